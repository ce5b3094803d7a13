import type { Stretch } from "../base/span.ts";
import { keyText, type MapNode, type Node, type Pair } from "./node.ts";
import type { SyntaxTree } from "./tree.ts";

/** The column of a key. */
export function columnOf(tree: SyntaxTree, { key }: Pair): number {
  return tree.lines.positionAt(tree.offsetOf(key).start).character;
}

/**
 * The whole lines of a pair of a block map, with what is said about it: from the comments directly above its key to the
 * start of the line behind its content and the deeper comments there.
 */
export function pairLines(tree: SyntaxTree, pair: Pair): Stretch {
  const { start } = tree.offsetOf(pair.key);
  return linesAround(tree, { start, end: tree.offsetOf(pair.value ?? pair.key).end }, columnOf(tree, pair));
}

/** The same of an item of a list that is written with dashes. Undefined where something else stands before its dash. */
export function itemLines(tree: SyntaxTree, item: Node): Stretch | undefined {
  const { start, end } = tree.offsetOf(item);
  const line = tree.lines.lineStart(tree.lines.positionAt(start).line);
  const before = /^( *)- +$/.exec(tree.text.slice(line, start));
  return before ? linesAround(tree, { start, end }, before[1]?.length ?? 0) : undefined;
}

function linesAround({ lines, text }: SyntaxTree, { start, end }: Stretch, column: number): Stretch {
  let first = lines.positionAt(start).line;
  let last = lines.positionAt(start + text.slice(start, end).trimEnd().length).line;
  while (first > 0 && commentColumn(lines.lineText(first - 1)) === column) first--;
  for (let line = last + 1; line < lines.lineCount; line++) {
    const at = commentColumn(lines.lineText(line));
    if (at !== undefined && at > column) last = line;
    else if (lines.lineText(line).trim() !== "") break;
  }
  return { start: lines.lineStart(first), end: lines.lineStart(last + 1) };
}

/** The column of a line that holds nothing but a comment. */
function commentColumn(line: string): number | undefined {
  const column = line.search(/\S/);
  return line[column] === "#" ? column : undefined;
}

/**
 * A pair as lines that start in a column, the last without its line break, with its comments. Undefined where it would
 * lose some: comments inside brackets belong to nothing that can be named.
 */
export function pairText(tree: SyntaxTree, map: MapNode, pair: Pair, column: number): string | undefined {
  if (!map.flow) {
    const { start, end } = pairLines(tree, pair);
    return indented(tree.text.slice(start, end), columnOf(tree, pair), column).trimEnd();
  }
  const bare = bareText(tree, map, pair);
  return bare === undefined ? undefined : " ".repeat(column) + bare;
}

/** A pair of a flow map as it stands there, on one line. */
export function bareText(tree: SyntaxTree, map: MapNode, pair: Pair): string | undefined {
  if (holdsComment(tree, map)) return undefined;
  const text = tree.text.slice(tree.offsetOf(pair.key).start, tree.offsetOf(pair.value ?? pair.key).end).trimEnd();
  const whole = pair.value ? text : `${keyText(pair)}:`;
  return /[\r\n]/.test(whole) ? undefined : whole;
}

export function holdsComment(tree: SyntaxTree, map: MapNode): boolean {
  const { start, end } = tree.offsetOf(map);
  return tree.comments.some((comment) => {
    const at = tree.offsetOf(comment).start;
    return start <= at && at < end;
  });
}

/** Lines moved from one column to another; line breaks become `\n`. */
export function indented(text: string, from: number, to: number): string {
  const by = to - from;
  const shift = (line: string): string => {
    if (line.trim() === "") return "";
    return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, line.search(/\S/)));
  };
  return text.replace(/\r\n?/g, "\n").split("\n").map(shift).join("\n");
}
