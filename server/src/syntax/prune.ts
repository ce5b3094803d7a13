import type { TextEdit } from "../base/edit.ts";
import { keyText, type ListNode, type MapNode, type Node, type Pair } from "./node.ts";
import { pairLines } from "./pair-lines.ts";
import type { SyntaxTree } from "./tree.ts";

type Path = readonly (string | number)[];

/** What becomes of a part: it stays as it is, goes with all that it holds, or is looked at part by part. */
export type Fate = "keep" | "drop" | "look";

/**
 * The edits that take parts out of a text and leave it well-formed, with the comments of what stays. A map or list of
 * which nothing is left goes too.
 */
export function prune(tree: SyntaxTree, fateOf: (path: Path, node: Node | undefined) => Fate): readonly TextEdit[] {
  const { root } = tree;
  if (root?.kind !== "map") return [];
  const edits = prunedMap(tree, root, [], fateOf);
  return edits === "all" ? [] : edits;
}

type Pruned = readonly TextEdit[] | "all";
type FateOf = (path: Path, node: Node | undefined) => Fate;

function prunedNode(tree: SyntaxTree, node: Node | undefined, path: Path, fateOf: FateOf): Pruned {
  const fate = fateOf(path, node);
  if (fate === "drop") return "all";
  if (fate === "keep" || !node || node.kind === "scalar") return [];
  return node.kind === "map" ? prunedMap(tree, node, path, fateOf) : prunedList(tree, node, path, fateOf);
}

function prunedMap(tree: SyntaxTree, map: MapNode, path: Path, fateOf: FateOf): Pruned {
  const parts = map.pairs.map((pair) => prunedNode(tree, pair.value, [...path, keyText(pair)], fateOf));
  if (parts.length > 0 && parts.every((part) => part === "all")) return "all";
  const dropped = new Set(map.pairs.filter((_, index) => parts[index] === "all"));
  return [...removePairs(tree, map, dropped), ...parts.flatMap((part) => (part === "all" ? [] : part))];
}

function prunedList(tree: SyntaxTree, list: ListNode, path: Path, fateOf: FateOf): Pruned {
  const parts = list.items.map((item, index) => prunedNode(tree, item, [...path, index], fateOf));
  if (parts.length > 0 && parts.every((part) => part === "all")) return "all";
  const kept = (index: number): boolean => parts[index] !== "all";
  const edits = list.flow
    ? removeRuns(
        list.items.map((item) => tree.offsetOf(item)),
        kept,
      )
    : list.items.flatMap((item, index) => (kept(index) ? [] : [{ ...itemLines(tree, item), text: "" }]));
  return [...edits, ...parts.flatMap((part) => (part === "all" ? [] : part))];
}

/** The edits that take pairs out of a map, of which at least one stays. */
export function removePairs(tree: SyntaxTree, map: MapNode, dropped: ReadonlySet<Pair>): readonly TextEdit[] {
  if (!map.flow)
    return map.pairs.filter((pair) => dropped.has(pair)).map((pair) => ({ ...pairLines(tree, pair), text: "" }));
  const stretches = map.pairs.map(({ key, value }) => ({
    start: tree.offsetOf(key).start,
    end: tree.offsetOf(value ?? key).end,
  }));
  return removeRuns(stretches, (index) => !dropped.has(map.pairs[index] as Pair));
}

/** Neighbors between commas go together, each run with one comma. */
function removeRuns(
  stretches: readonly { readonly start: number; readonly end: number }[],
  kept: (index: number) => boolean,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let from = 0; from < stretches.length; from++) {
    if (kept(from)) continue;
    let to = from;
    while (to + 1 < stretches.length && !kept(to + 1)) to++;
    const [first, last, before, after] = [stretches[from], stretches[to], stretches[from - 1], stretches[to + 1]];
    if (first && after) edits.push({ start: first.start, end: after.start, text: "" });
    else if (last && before) edits.push({ start: before.end, end: last.end, text: "" });
    from = to;
  }
  return edits;
}

/** The lines of an item of a block list, with the comments directly above it. */
function itemLines(tree: SyntaxTree, item: Node): { start: number; end: number } {
  const { lines } = tree;
  const { start, end } = tree.offsetOf(item);
  let first = lines.positionAt(start).line;
  const column = lines.lineText(first).search(/\S/);
  const last = lines.positionAt(start + tree.text.slice(start, end).trimEnd().length).line;
  while (first > 0 && lines.lineText(first - 1).search(/\S/) === column && lines.lineText(first - 1)[column] === "#")
    first--;
  return { start: lines.lineStart(first), end: lines.lineStart(last + 1) };
}
