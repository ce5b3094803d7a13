import type { Part } from "../model/located.ts";
import { shapeOfDocument } from "../model/lower.ts";
import type { Program } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import type { Difference, Written } from "./differences.ts";
import { differencesOf } from "./differences.ts";
import type { Names } from "./names.ts";
import { resolvedProgram, takenFields } from "./resolved-program.ts";

/** Keys of a metric that its definition consists of, and the fields of the model that hold them. */
const DEFINITION_KEYS: Readonly<Record<string, string>> = {
  name: "name",
  definition: "definition",
  kind: "kind",
  unit: "unit",
  direction: "direction",
  supports: "supports",
  "influenced-by": "influencedBy",
  source: "source",
  owner: "owner",
  value: "value",
};

/** Says which file of the older side a file of the newer one was. */
export type WasFile = (uri: string) => string | undefined;

/** Where two states of a program differ in what they mean. What comes from a catalog that both use is told there. */
export function programDifferences(
  before: Context,
  after: Context,
  programs: { readonly before: Program; readonly after: Program },
  { names, wasFile }: { readonly names: Names; readonly wasFile: WasFile },
): Difference[] {
  const shape = shapeOfDocument("program");
  if (!shape) return [];
  const all = differencesOf(
    resolvedProgram(before, programs.before) as Part,
    resolvedProgram(after, programs.after) as Part,
    shape,
    names,
  );
  const swapped = new Map<string, Difference>();
  const kept = all.filter((difference) => {
    const [root, id = "", key = ""] = difference.path;
    const field = DEFINITION_KEYS[key];
    if (root !== "metrics" || (field === undefined && key !== "use")) return true;
    const [a, b] = [before.metrics.get(difference.pathBefore[1] ?? ""), after.metrics.get(id)];
    if (!a || !b) return true;
    if (field !== undefined && isToldInCatalog(a, b, field, { names, wasFile })) return false;
    const swap = swapOf(a, b, difference, all);
    if (!swap) return true;
    swapped.set(id, swap);
    return !TOLD_WITH_SWAP.has(key);
  });
  return [...swapped.values(), ...withoutEchoes(kept)];
}

/** Another design has no use for some keys of `compare`: that they go is part of one change. */
function withoutEchoes(all: readonly Difference[]): readonly Difference[] {
  if (!all.some(({ path }) => path.join(".") === "measurement.design")) return all;
  return all.filter(({ path, after }) => after || path[1] !== "compare" || !ECHOES.has(path[2] ?? ""));
}

const ECHOES: ReadonlySet<string> = new Set(["by", "clusters", "icc", "same-people"]);

/** What goes without saying when a metric is another one. */
const TOLD_WITH_SWAP: ReadonlySet<string> = new Set([
  "use",
  "name",
  "definition",
  "source",
  "supports",
  "influenced-by",
  "owner",
]);

function isToldInCatalog(
  a: MetricView,
  b: MetricView,
  field: string,
  { names, wasFile }: { readonly names: Names; readonly wasFile: WasFile },
): boolean {
  if (!a.used || !b.used || !takenFields(a).has(field) || !takenFields(b).has(field)) return false;
  return isSameDefinition(a, b, { names, wasFile });
}

function isSameDefinition(
  { used: a }: MetricView,
  { used: b }: MetricView,
  { names, wasFile }: { readonly names: Names; readonly wasFile: WasFile },
): boolean {
  if (!a || !b) return false;
  return wasFile(b.key.block.uri) === a.key.block.uri && names.after("definition", a.id) === b.id;
}

/** The metric takes another definition, or none that is known: one change and not ten. */
function swapOf(
  a: MetricView,
  b: MetricView,
  difference: Difference,
  all: readonly Difference[],
): Difference | undefined {
  if (a.metric.use?.value === b.metric.use?.value && a.unresolved === b.unresolved) return undefined;
  const id = difference.path[1];
  const isAnother = all.some(
    ({ path }) => path[1] === id && path.length === 3 && (path[2] === "definition" || path[2] === "name"),
  );
  if (!isAnother && !b.unresolved) return undefined;
  return {
    path: difference.path.slice(0, 2).concat("use"),
    pathBefore: difference.pathBefore.slice(0, 2).concat("use"),
    is: "reference",
    before: a.unresolved ? undefined : whatItIs(a),
    after: b.unresolved && b.metric.use ? written(`${b.metric.use.value} (not defined)`, b) : whatItIs(b),
  };
}

function whatItIs(view: MetricView): Written {
  const { name, definition, metric } = view;
  return written(definition?.value ?? name?.value ?? metric.use?.value ?? view.id, view);
}

function written(words: string, { metric }: MetricView): Written {
  return { value: words, words, span: metric.use?.span ?? metric.key };
}
