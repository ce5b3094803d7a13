import type { Span } from "../base/span.ts";
import type { MapNode, Pair } from "./node.ts";
import type { SyntaxTree } from "./tree.ts";

/** What to delete so that a pair is gone and its map stays well-formed: whole lines, or the pair with one comma. */
export function removePair(tree: SyntaxTree, map: MapNode, pair: Pair): Span {
  const start = tree.offsetOf(pair.key).start;
  const end = tree.offsetOf(pair.value ?? pair.key).end;
  if (!map.flow) return tree.spanAt(wholeLines(tree, start, end));
  const index = map.pairs.indexOf(pair);
  const next = map.pairs[index + 1];
  const before = map.pairs[index - 1];
  if (next) return tree.spanAt({ start, end: tree.offsetOf(next.key).start });
  if (before) return tree.spanAt({ start: tree.offsetOf(before.value ?? before.key).end, end });
  return tree.spanAt({ start, end });
}

/** From the start of the first line to the start of the line behind the last; the comment beside goes too. */
export function wholeLines(tree: SyntaxTree, start: number, end: number): { start: number; end: number } {
  let last = end;
  while (last > start && /\s/.test(tree.text[last - 1] ?? "")) last--;
  const firstLine = tree.lines.positionAt(start).line;
  const lastLine = tree.lines.positionAt(last).line;
  const from = tree.lines.lineStart(firstLine);
  const shares = tree.text.slice(from, start).trim() !== "";
  return { start: shares ? start : from, end: shares ? last : tree.lines.lineStart(lastLine + 1) };
}
