import type { Edit } from "../base/finding.ts";
import { keyText, type MapNode, type Pair } from "./node.ts";
import type { SyntaxTree } from "./tree.ts";

/** What to write, and where among its neighbours. */
export interface NewPair {
  readonly key: string;
  /** What follows `key: `. Lines after the first are indented from the key by two spaces for each level. */
  readonly value: string;
  /** The keys of that map in the order that reads best; the new one goes behind the last that comes before it. */
  readonly order: readonly string[];
  readonly snippet?: true;
}

/**
 * The edit that writes a pair into a map, in the style the map has. A key that stands there without a value gets the
 * value. Undefined where the map is empty and nobody can say how it is meant to be written.
 */
export function insertPair(tree: SyntaxTree, map: MapNode, pair: NewPair): Edit | undefined {
  const snippet = pair.snippet ? { snippet: true as const } : {};
  const empty = map.pairs.find((each) => keyText(each) === pair.key);
  if (empty) {
    if (empty.value) return undefined;
    return {
      span: behindColon(tree, empty),
      text: afterColon(tree, pair, columnOf(tree, empty)),
      ...snippet,
    };
  }
  const before = neighbourBefore(map, pair);
  if (map.flow) {
    const inner = flowInside(tree, map);
    if (!before)
      return { span: inner.first, text: ` ${pair.key}: ${pair.value}${map.pairs.length > 0 ? "," : " "}`, ...snippet };
    const end = before.value ?? before.key;
    return { span: { ...end, start: end.end }, text: `, ${pair.key}: ${pair.value}`, ...snippet };
  }
  const [first] = map.pairs;
  if (!first) return undefined;
  const column = columnOf(tree, first);
  const text = `${pair.key}:${afterColon(tree, pair, column)}`;
  if (!before) {
    return {
      span: { ...first.key, end: first.key.start },
      text: `${text}${lineBreak(tree)}${" ".repeat(column)}`,
      ...snippet,
    };
  }
  const at = endOfContent(tree, before);
  return {
    span: tree.spanAt({ start: at, end: at }),
    text: `${lineBreak(tree)}${" ".repeat(column)}${text}`,
    ...snippet,
  };
}

function neighbourBefore(map: MapNode, pair: NewPair): Pair | undefined {
  const place = pair.order.indexOf(pair.key);
  if (place < 0) return map.pairs.at(-1);
  const earlier = map.pairs.filter((each) => {
    const at = pair.order.indexOf(keyText(each));
    return at < 0 || at < place;
  });
  return earlier.at(-1);
}

/** The end of the line on which a pair ends, its comment included. */
export function endOfContent(tree: SyntaxTree, pair: Pair): number {
  const { end } = tree.offsetOf(pair.value ?? pair.key);
  let last = end;
  while (last > 0 && /\s/.test(tree.text[last - 1] ?? "")) last--;
  return tree.lines.lineEnd(tree.lines.positionAt(last).line);
}

function behindColon(tree: SyntaxTree, pair: Pair): Edit["span"] {
  const { end } = tree.offsetOf(pair.key);
  const colon = tree.text.indexOf(":", end);
  const start = colon < 0 ? end : colon + 1;
  let stop = start;
  while (tree.text[stop] === " ") stop++;
  return tree.spanAt({ start, end: /[\r\n]/.test(tree.text[stop] ?? "\n") ? stop : start });
}

function flowInside(tree: SyntaxTree, map: MapNode): { first: Edit["span"] } {
  const { start } = tree.offsetOf(map);
  return { first: tree.spanAt({ start: start + 1, end: start + 1 }) };
}

function columnOf(tree: SyntaxTree, pair: Pair): number {
  return tree.lines.positionAt(tree.offsetOf(pair.key).start).character;
}

/** A value that starts on its own line leaves no space behind the colon. */
function afterColon(tree: SyntaxTree, { value }: NewPair, column: number): string {
  return `${value.startsWith("\n") ? "" : " "}${indented(tree, value, column)}`;
}

function indented(tree: SyntaxTree, value: string, column: number): string {
  return indentedBelow(value, column, lineBreak(tree));
}

/** Lines after the first, moved to the right; empty ones stay empty. */
export function indentedBelow(text: string, column: number, lineBreak: string): string {
  const [first = "", ...more] = text.split("\n");
  return [first, ...more.map((line) => (line === "" ? "" : " ".repeat(column) + line))].join(lineBreak);
}

/** The line break that the text uses: that of its first line. */
export function lineBreak({ text }: SyntaxTree): string {
  return text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n";
}
