import type { Diagnostic } from "../base/finding.ts";
import { locate } from "../syntax/locate.ts";
import { keyText, type Node } from "../syntax/node.ts";
import type { Context } from "../workspace/context.ts";
import type { KnownFindings } from "../workspace/known-findings.ts";
import { fileName } from "../workspace/uri.ts";
import { ruleById } from "./registry.ts";

/**
 * What a document is called where its file may move: the id that it gives itself, for a table of results that of its
 * program; else the name of its file.
 */
export function documentName(context: Context): string {
  const { program, catalog, file } = context;
  const own = (program ?? catalog)?.id?.value;
  const owner = context.programs[0]?.program?.id?.value;
  return own ?? (owner === undefined ? fileName(file.uri) : `${owner} results`);
}

/**
 * What a finding is about within its document: rule, place by names, and the words it is about. The same after lines,
 * entries or the file have moved, and in every version that has the rule.
 */
export function identityOf({ rule, span, message }: Diagnostic, context: Context): string {
  const { tree } = context.file;
  const { start, end } = tree.offsetOf(span);
  const [first, ...rest] = namesAt(context, start);
  // What is missing from the whole document is said at its header.
  const place = first === undefined || (rest.length === 0 && HEADER.includes(first)) ? [] : [first, ...rest];
  const line = tree.lines.lineText(tree.lines.positionAt(start).line);
  const words =
    place.length === 0 && tree.root
      ? ""
      : short(tree.root ? (tree.text.slice(start, Math.min(end, start + MAX_WORDS)).split(/[\r\n]/)[0] ?? "") : line);
  const subject = short(
    message.values.find((value): value is string => /^`.*`$/.test(String(value)))?.slice(1, -1) ?? "",
  );
  const says = [words, subject].filter((text, index, all) => text !== "" && all.indexOf(text) === index);
  const told = says.filter((text) => place.at(-1) !== text && place.at(-1) !== text.replace(/:$/, ""));
  return `${rule}${place.length > 0 ? ` at ${place.join(".")}` : ""}${told.length > 0 ? `: ${told.join(" | ")}` : ""}`;
}

const HEADER: readonly string[] = ["version", "kind", "id"];
const MAX_WORDS = 80;

function short(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, MAX_WORDS);
}

/** The findings, with those marked that were known; of each one at most as many as there were. */
export function markKnown(diagnostics: readonly Diagnostic[], context: Context, known: KnownFindings): Diagnostic[] {
  const counts = known.get(documentName(context));
  if (!counts) return [...diagnostics];
  const left = new Map(counts);
  return diagnostics.map((diagnostic) => {
    if (!mayBeKnown(diagnostic)) return diagnostic;
    const identity = identityOf(diagnostic, context);
    const count = left.get(identity) ?? 0;
    if (count === 0) return diagnostic;
    left.set(identity, count - 1);
    return { ...diagnostic, known: true as const };
  });
}

/** Text that cannot be read hides what else is wrong: nobody gets used to that. What is waived is excused already. */
export function mayBeKnown({ rule, waived }: Diagnostic): boolean {
  return !waived && ruleById(rule)?.family !== "syntax";
}

/** Keys from the root to an offset; an item of a list by what it says instead of its number. */
function namesAt({ file: { tree } }: Context, offset: number): string[] {
  const names: string[] = [];
  let node: Node | undefined = tree.root;
  for (const step of locate(tree, offset)?.path ?? []) {
    if (typeof step === "number") {
      node = node?.kind === "list" ? node.items[step] : undefined;
      names.push(nameOfItem(node));
    } else {
      node = node?.kind === "map" ? node.pairs.find((pair) => keyText(pair) === step)?.value : undefined;
      names.push(step);
    }
  }
  return names;
}

function nameOfItem(item: Node | undefined): string {
  if (item?.kind === "scalar") return short(String(item.value));
  if (item?.kind !== "map") return "*";
  const scalars = item.pairs.filter(({ value }) => value?.kind === "scalar");
  const naming = scalars.find((pair) => NAMING.includes(keyText(pair))) ?? scalars[0];
  return naming?.value?.kind === "scalar" ? short(String(naming.value.value)) : "*";
}

/** Keys whose value tells one item of a list from another. */
const NAMING: readonly string[] = ["id", "rule", "name", "point", "metric", "measure"];
