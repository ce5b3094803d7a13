import type { TextEdit } from "../base/edit.ts";
import type { Stretch } from "../base/span.ts";
import type { DocumentKind, Path } from "../schema/describe.ts";
import { nodeAt } from "../syntax/locate.ts";
import {
  type ListNode,
  type MapNode,
  type Node,
  type Pair,
  type PlainValue,
  pairOf,
  toPlainValue,
} from "../syntax/node.ts";
import { itemLines, pairLines } from "../syntax/pair-lines.ts";
import { removePair } from "../syntax/remove-pair.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { changeEdit } from "../tables/change-text.ts";
import { type Trial, withMoved, withoutValue, withValue } from "./form-edit.ts";

/**
 * Ways to take something out. `entry`: with the comments that belong to it. `clear`: the key goes where nothing is said
 * about it, else it stays without a value. `keep`: it stays.
 */
export function* removals(tree: SyntaxTree, path: Path, how: "entry" | "clear" | "keep" = "entry"): Iterable<Trial> {
  const holder = nodeAt(tree, path.slice(0, -1));
  const step = path.at(-1);
  const root = toPlainValue(tree.root);
  if (holder?.kind === "list" && typeof step === "number") {
    const item = holder.items[step];
    if (item) yield* itemRemovals(tree, holder, item, { root, path });
    return;
  }
  const pair = holder?.kind === "map" && typeof step === "string" ? pairOf(holder, step) : undefined;
  if (holder?.kind !== "map" || !pair) return;
  const isOnly = holder.pairs.length === 1;
  if (how === "entry" || (how === "clear" && !isOnly)) {
    const wanted = withoutValue(root, path);
    if (isOnly) yield* emptied(tree, holder, pair, { root, path });
    else {
      for (const lines of linesOf(tree, holder, pair)) {
        const edit = { ...withGap(tree, lines), text: "" };
        yield { edit, wanted, ...(how === "entry" ? { without: [lines] } : {}) };
      }
      const edit = { ...tree.offsetOf(removePair(tree, holder, pair)), text: "" };
      yield { edit, wanted, ...(how === "entry" ? { without: [edit] } : {}) };
    }
  }
  if (how !== "entry" && pair.value) {
    yield { edit: { ...contentOf(tree, pair.value), text: "" }, wanted: withValue(root, path, null, () => []) };
    yield { edit: { ...contentOf(tree, pair.value), text: '""' }, wanted: withValue(root, path, "", () => []) };
  }
}

interface At {
  readonly root: PlainValue;
  readonly path: Path;
}

/** Whole lines; the first key of an item shares its line with the dash, and the next one moves up to it. */
function* linesOf(tree: SyntaxTree, map: MapNode, pair: Pair): Iterable<Stretch> {
  if (map.flow) return;
  const { start } = tree.offsetOf(pair.key);
  const lineStart = tree.lines.lineStart(tree.lines.positionAt(start).line);
  const next = map.pairs[map.pairs.indexOf(pair) + 1];
  if (tree.text.slice(lineStart, start).trim() !== "") {
    if (next) yield { start, end: tree.offsetOf(next.key).start };
    return;
  }
  const lines = pairLines(tree, pair);
  // What stands above the first key of a file is said about the file.
  yield map === tree.root && map.pairs[0] === pair ? { start: lineStart, end: lines.end } : lines;
}

/** With the empty lines behind, where there are some before it too. */
function withGap(tree: SyntaxTree, { start, end }: Stretch): Stretch {
  const { lines } = tree;
  const first = lines.positionAt(start).line;
  if (start !== lines.lineStart(first) || first === 0 || lines.lineText(first - 1).trim() !== "") return { start, end };
  let line = lines.positionAt(end).line;
  if (end === tree.text.length) {
    let gap = first;
    while (gap > 0 && lines.lineText(gap - 1).trim() === "") gap--;
    return { start: lines.lineStart(gap), end };
  }
  while (line < lines.lineCount && lines.lineText(line).trim() === "") line++;
  return { start, end: Math.max(end, lines.lineStart(line)) };
}

/** What holds the last of its entries stays, without a value. */
function* emptied(tree: SyntaxTree, map: MapNode, pair: Pair, { root, path }: At): Iterable<Trial> {
  const holder = path.slice(0, -1);
  if (holder.length === 0) return;
  if (map.flow) {
    yield {
      edit: { ...contentOf(tree, map), text: "{}" },
      wanted: withValue(root, holder, Object.fromEntries([]), () => []),
    };
    return;
  }
  for (const lines of linesOf(tree, map, pair)) {
    yield { edit: { ...lines, text: "" }, wanted: withValue(root, holder, null, () => []), without: [lines] };
  }
}

function* itemRemovals(tree: SyntaxTree, list: ListNode, item: Node, { root, path }: At): Iterable<Trial> {
  const isOnly = list.items.length === 1;
  const holder = path.slice(0, -1);
  const lines = list.flow ? undefined : itemLines(tree, item);
  if (!list.flow) {
    const wanted = isOnly ? withValue(root, holder, null, () => []) : withoutValue(root, path);
    if (lines) yield { edit: { ...lines, text: "" }, wanted, without: [lines] };
    return;
  }
  const edit = isOnly ? { ...contentOf(tree, list), text: "[]" } : changeEdit(tree, "program", { do: "remove", path });
  yield { edit, wanted: isOnly ? withValue(root, holder, [], () => []) : withoutValue(root, path) };
}

/** Ways to change places with the neighbour before or behind, comments and all. */
export function* movings(tree: SyntaxTree, path: Path, by: 1 | -1): Iterable<Trial> {
  const holder = nodeAt(tree, path.slice(0, -1));
  const step = path.at(-1);
  const wanted = withMoved(toPlainValue(tree.root), path, by);
  let [one, other]: (Stretch | undefined)[] = [];
  if (holder?.kind === "list" && typeof step === "number") {
    [one, other] = [holder.items[step], holder.items[step + by]].map(
      (item) => item && (holder.flow ? contentOf(tree, item) : itemLines(tree, item)),
    );
  } else if (holder?.kind === "map" && typeof step === "string") {
    const index = holder.pairs.findIndex(({ key }) => String(key.value) === step);
    [one, other] = [holder.pairs[index], holder.pairs[index + by]].map(
      (pair) => pair && (holder.flow ? pairContent(tree, pair) : pairLines(tree, pair)),
    );
  }
  if (one && other) yield { edit: by > 0 ? swap(tree, one, other) : swap(tree, other, one), wanted };
}

/** The last line of a text may have no end. */
function swap({ text }: SyntaxTree, first: Stretch, second: Stretch): TextEdit {
  const [one, gap, other] = [
    text.slice(first.start, first.end),
    text.slice(first.end, second.start),
    text.slice(second.start, second.end),
  ];
  const lineEnd = /\r?\n$/.exec(one)?.[0] ?? "";
  const isLast = lineEnd !== "" && !/\n$/.test(other);
  const swapped = isLast ? other + lineEnd + gap + one.slice(0, -lineEnd.length) : other + gap + one;
  return { start: first.start, end: second.end, text: swapped };
}

/** A number as the likely value of a range, or the likely value of a range alone. */
export function* rangings(tree: SyntaxTree, kind: DocumentKind, path: Path, how: "range" | "single"): Iterable<Trial> {
  const node = nodeAt(tree, path);
  const root = toPlainValue(tree.root);
  const likely = node?.kind === "map" ? pairOf(node, "likely")?.value : undefined;
  const single = how === "range" ? (node?.kind === "scalar" ? node : undefined) : likely;
  if (!single) return;
  const { start, end } = contentOf(tree, single);
  const source = tree.text.slice(start, end);
  const value = toPlainValue(single);
  const yaml = () => (how === "range" ? `{ likely: ${source} }` : source);
  const inner = how === "range" ? { likely: value } : value;
  yield {
    edit: changeEdit(tree, kind, { do: "set", path, yaml }),
    wanted: withValue(root, path, inner, () => []),
  };
}

function contentOf(tree: SyntaxTree, node: Node): Stretch {
  const { start, end } = tree.offsetOf(node);
  return { start, end: start + tree.text.slice(start, end).trimEnd().length };
}

function pairContent(tree: SyntaxTree, { key, value }: Pair): Stretch {
  const { start } = tree.offsetOf(key);
  const { end } = tree.offsetOf(value ?? key);
  return { start, end: start + tree.text.slice(start, end).trimEnd().length };
}
