import { spansOf } from "../base/finding.ts";
import type { Leaf, Section } from "../syntax/blocks.ts";
import { keyText, type MapNode, type Pair, pairOf } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { checkShape, type ShapeProblem } from "./check.ts";
import { type DocumentKind, describe } from "./describe.ts";

/**
 * What `checkShape` says of a text that was another before. The schema looks at each key of the root by itself, and at each
 * entry of a section by itself; apart from that it asks which keys there are. So where the same keys are there, only the
 * stretch that was read again is checked.
 */
export function recheckShape(
  kind: DocumentKind,
  tree: SyntaxTree,
  before: { readonly tree: SyntaxTree; readonly shape: readonly ShapeProblem[] },
): readonly ShapeProblem[] {
  const { root } = tree;
  if (root?.kind !== "map") return [];
  const changed = onlyChange(before.tree.blocks?.sections ?? [], tree.blocks?.sections ?? []);
  if (!changed) return checkShape(kind, root);
  const [old, section] = changed;
  // What is said of a key that may not stand there depends on all that stand beside it.
  if (!describe(kind, [keyText(section.pair)])) return checkShape(kind, root);
  const leaf = isSectionOfEntries(section) ? onlyChange(old.leaves, section.leaves) : undefined;
  const gone = leaf ? [leaf[0]] : [old, ...old.leaves];
  const read = leaf ? [leaf[1]] : [section, ...section.leaves];
  const kept = before.shape.filter(({ span }) => gone.every(({ block }) => block !== span.block));
  if (!kept.every((problem) => [...spansOf(problem)].every((span) => tree.holds(span)))) return checkShape(kind, root);
  const blocks = new Set(read.map(({ block }) => block));
  const found = checkShape(kind, excerpt(root, section, leaf?.[1])).filter(({ span }) => blocks.has(span.block));
  return [...kept, ...found];
}

/** The one stretch that differs, before and after; undefined where another key was given to one, or more has changed. */
function onlyChange<L extends Leaf>(before: readonly L[], after: readonly L[]): readonly [L, L] | undefined {
  if (before.length !== after.length || after.length === 0) return undefined;
  let first = 0;
  let last = after.length - 1;
  while (first < last && before[first] === after[first]) first++;
  while (last > first && before[last] === after[last]) last--;
  const [old, now] = [before[first], after[first]];
  if (!old || !now || first !== last || keyText(old.pair) !== keyText(now.pair)) return undefined;
  return isWritten(old.pair) === isWritten(now.pair) ? [old, now] : undefined;
}

/** A key without a value counts as not there. */
function isWritten({ value }: Pair): boolean {
  return value !== undefined;
}

/** The entries of these sections are checked one by one; in the others it matters which keys stand side by side. */
function isSectionOfEntries(section: Section): boolean {
  return ENTRIES.has(keyText(section.pair));
}

const ENTRIES: ReadonlySet<string> = new Set([
  "activities",
  "assessments",
  "audience",
  "behaviors",
  "decisions",
  "metrics",
  "objectives",
]);

/** The header with one section, and of that one entry alone where it is given. */
function excerpt(root: MapNode, { pair }: Section, entry: Leaf | undefined): MapNode {
  const header = ["version", "kind"].flatMap((key) => pairOf(root, key) ?? []);
  const inside = pair.value?.kind === "map" && entry ? { ...pair.value, pairs: [entry.pair] } : pair.value;
  return { ...root, pairs: [...header.filter((each) => each !== pair), { key: pair.key, value: inside }] };
}
