import type { TextEdit } from "../base/edit.ts";
import type { Edit } from "../base/finding.ts";
import { describe, keysOf } from "../schema/describe.ts";
import { insertPair } from "../syntax/insert-key.ts";
import { type MapNode, pairOf } from "../syntax/node.ts";
import { columnOf, indented, pairLines } from "../syntax/pair-lines.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { editsOf, inBreaksOf } from "./refactoring.ts";

/**
 * The edit that writes entries, given as lines that start in the first column, at the end of a section of a catalog.
 * Undefined where the section is written in a way that holds no lines.
 */
export function addEntries(
  tree: SyntaxTree,
  root: MapNode,
  section: string,
  entries: readonly string[],
): readonly Edit[] | undefined {
  const pair = pairOf(root, section);
  const value = pair?.value;
  if (!value) {
    const order = keysOf(describe("catalog", [])?.definition ?? {});
    const edit = insertPair(tree, root, { key: section, value: `\n${indented(entries.join("\n"), 0, 2)}`, order });
    return edit && [edit];
  }
  const edit = value.kind === "map" ? linesBehindLast(tree, value, entries) : undefined;
  return edit && editsOf(tree, [edit]);
}

/**
 * Writes entries, given as lines that start in the first column, behind the last of a map, set apart as those in it are.
 * Undefined where the map holds no lines.
 */
export function linesBehindLast(tree: SyntaxTree, map: MapNode, entries: readonly string[]): TextEdit | undefined {
  const last = map.flow ? undefined : map.pairs.at(-1);
  const before = map.pairs.at(-2);
  if (!last) return undefined;
  const { start, end } = pairLines(tree, last);
  const isSetApart =
    before !== undefined &&
    tree.text.slice(pairLines(tree, before).end, start).trim() === "" &&
    start > pairLines(tree, before).end;
  const lines = entries
    .map((entry) => `${isSetApart ? "\n" : ""}${indented(entry, 0, columnOf(tree, last))}\n`)
    .join("");
  const atEnd = end === tree.text.length && !/[\r\n]$/.test(tree.text);
  return { start: end, end, text: inBreaksOf(tree, atEnd ? `\n${lines.trimEnd()}` : lines) };
}
