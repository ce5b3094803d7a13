import { applyEdits, type TextEdit } from "../base/edit.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Metric, Program } from "../model/spec.ts";
import type { Node } from "../syntax/node.ts";
import { type Fate, prune } from "../syntax/prune.ts";
import { asScalar } from "../syntax/quote.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Context } from "../workspace/context.ts";
import { fileName, resolveUri } from "../workspace/uri.ts";
import { isOrderly } from "./format.ts";
import { freeName } from "./refactor-extract.ts";
import { editsOf, inBreaksOf, type Refactoring } from "./refactoring.ts";
import { type Side, splitSides } from "./split-sides.ts";

/**
 * Gives a primary metric a program of its own, a draft in a file beside: with what leads to it, its points, decisions and
 * guardrails. Costs and the cost of the gap are not divided, because nobody but their owner knows how.
 */
export function splitProgram(context: Context, metric: Metric): readonly Refactoring[] {
  const { file, program } = context;
  const others = [...context.metrics.values()].filter(
    ({ id, metric: other }) => id !== metric.id && other.role?.value === "primary",
  );
  if (!program || metric.role?.value !== "primary" || others.length === 0 || !isOrderly(file.tree)) return [];
  const title = say`Split off ${code(metric.id)} with all that leads to it into a program of its own`;
  const { moved, left } = splitSides(context, metric.id);
  const refused = obstacle(context, moved, left);
  if (refused) return [{ kind: "rewrite", title, refused, edits: [], creates: [] }];
  const ids = new Set([...context.snapshot.files.values()].map(({ shared }) => shared?.id?.value ?? ""));
  const stem = fileName(file.uri).replace(/\.training\.ya?ml$/, "");
  const id = freeName(`${program.id?.value ?? stem}-${metric.id}`, ids);
  const uri = resolveUri(file.uri, `${freeName(`${stem}-${metric.id}`, stemsBeside(context))}.training.yaml`);
  return [
    {
      kind: "rewrite",
      title,
      edits: editsOf(file.tree, prune(file.tree, fatesIn(program, left, false))),
      creates: [
        { uri, text: newText(file.tree, program, moved, id, context.metrics.get(metric.id)?.name?.value ?? metric.id) },
      ],
    },
  ];
}

function stemsBeside({ file, snapshot }: Context): ReadonlySet<string> {
  const here = file.uri.slice(0, file.uri.lastIndexOf("/") + 1);
  const beside = [...snapshot.files.keys()].filter((uri) => uri.startsWith(here));
  return new Set(beside.map((uri) => fileName(uri).replace(/\.training\.ya?ml$/, "")));
}

function obstacle(context: Context, moved: Side, left: Side): Message | undefined {
  const { status } = context;
  if (status !== "draft" && status !== "planned")
    return say`A program that is ${code(status)} is not split: its results belong to the promise it was launched with.`;
  for (const id of context.decisions.keys()) {
    if (!moved.decisions.has(id) && !left.decisions.has(id))
      return say`The decision ${code(id)} judges metrics of both halves: write one decision for each first.`;
  }
  return undefined;
}

const SECTIONS: ReadonlySet<string> = new Set([
  "metrics",
  "behaviors",
  "objectives",
  "activities",
  "assessments",
  "audience",
  "decisions",
]);

/** What becomes of each part of a program in one of the halves. */
function fatesIn(
  program: Program,
  side: Side,
  isNew: boolean,
): (path: readonly (string | number)[], node: Node | undefined) => Fate {
  const measures = (name: string): boolean => {
    const isOwn = program.metrics?.entries.has(name) || program.behaviors?.entries.has(name);
    return !isOwn || side.metrics.has(name) || side.behaviors.has(name);
  };
  const holds = (section: keyof Side, id: string): boolean => side[section].has(id);
  const isLive = (place: string): boolean => {
    const [section = "", id = ""] = place.split(".");
    return !SECTIONS.has(section) || id === "" || holds(section as keyof Side, id);
  };
  const named = (field: string, name: string): boolean => {
    if (field === "moves" || field === "measures") return measures(name);
    if (field === "enables") return !program.behaviors?.entries.has(name) || side.behaviors.has(name);
    return !program.objectives?.entries.has(name) || side.objectives.has(name);
  };
  return (path, node) => {
    const [section, id, field] = path.map(String);
    if (section === undefined || id === undefined) {
      if (section === undefined) return "look";
      if (isNew && (section === "results" || section === "conclusions")) return "drop";
      return SECTIONS.has(section) ||
        section === "waivers" ||
        section === "need" ||
        section === "money" ||
        section === "measurement" ||
        section === "conclusions"
        ? "look"
        : "keep";
    }
    if (section === "need") return isNew && id === "cost-of-gap" ? "drop" : "keep";
    if (section === "conclusions") return measures(id) ? "keep" : "drop";
    if (section === "waivers") return isLive(placeOf(node)) ? "keep" : "drop";
    if (section === "money") {
      if (isNew && (id === "costs" || id === "approved" || id === "claimed")) return "drop";
      if (id !== "expected-change") return "keep";
      return field === undefined ? "look" : measures(field) ? "keep" : "drop";
    }
    if (section === "measurement") {
      if (id !== "points") return "keep";
      if (field === undefined) return "look";
      if (path.length === 3) return holds("points", field) ? "look" : "drop";
      if (path[3] !== "measures") return "keep";
      return path.length === 4 ? "look" : measures(textOf(node)) ? "keep" : "drop";
    }
    if (!SECTIONS.has(section)) return "keep";
    if (field === undefined) return holds(section as keyof Side, id) ? "look" : "drop";
    if (!REFERRING.has(field)) return "keep";
    return path.length === 3 ? "look" : named(field, textOf(node)) ? "keep" : "drop";
  };
}

const REFERRING: ReadonlySet<string> = new Set(["moves", "enables", "requires", "practices", "assesses"]);

function textOf(node: Node | undefined): string {
  return node?.kind === "scalar" ? String(node.value) : "";
}

function placeOf(node: Node | undefined): string {
  return node?.kind === "map" ? textOf(node.pairs.find(({ key }) => key.value === "at")?.value) : "";
}

function newText(tree: SyntaxTree, program: Program, side: Side, id: string, name: string): string {
  const edits: TextEdit[] = [...prune(tree, fatesIn(program, side, true))];
  const replace = (field: { readonly span: Parameters<SyntaxTree["offsetOf"]>[0] } | undefined, text: string): void => {
    if (field) edits.push({ ...tree.offsetOf(field.span), text });
  };
  replace(program.id, id);
  replace(program.title, asScalar(`${program.title?.value ?? id}: ${name}`, false));
  replace(program.status, "draft");
  const note = `# Split off from ${program.id?.value ?? "another program"}: what it costs, and its share of the cost of the gap, is for its owners to say.\n`;
  const header =
    tree.root?.kind === "map" && tree.root.pairs[0]
      ? tree.lines.lineStart(tree.lines.positionAt(tree.offsetOf(tree.root.pairs[0].key).start).line)
      : 0;
  const body = applyEdits(tree.text, edits).slice(header);
  return inBreaksOf(tree, note) + (program.status ? body : withDraft(tree, body));
}

/** No status would mean `planned`. */
function withDraft(tree: SyntaxTree, body: string): string {
  return body.replace(/^(id:.*\r?\n)/m, (line) => `${line}${inBreaksOf(tree, "status: draft\n")}`);
}
