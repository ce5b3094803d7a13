import type { TextEdit } from "../base/edit.ts";
import { lineBreak } from "../syntax/insert-key.ts";
import type { Node } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

const STEP = 2;
/** Texts that use these are not formatted: what stands where is not what is written there. */
const OUTSIDE: ReadonlySet<string> = new Set(["anchor-or-alias", "custom-tag", "merge-key", "several-documents"]);

/**
 * The edits that give a text its usual form: two spaces for each level, one after a colon, nothing behind a line, at
 * most one empty line in a row, one line break at the end. Words, comments and line breaks stay as they are. No edits for
 * a text that cannot be read whole: nobody knows what belongs where.
 */
export function format(snapshot: Snapshot, uri: string): readonly TextEdit[] {
  const tree = snapshot.files.get(uri)?.tree;
  if (!tree || tree.text === "" || !isOrderly(tree)) return [];
  const indents = wantedIndents(tree);
  const edits = [...spacesBehindColons(tree)];
  const { lines } = tree;
  const kept = linesInsideText(tree);
  let empty = 0;
  for (let line = 0; line < lines.lineCount; line++) {
    const [start, end] = [lines.lineStart(line), lines.lineEnd(line)];
    const text = tree.text.slice(start, end);
    const content = text.trim();
    const isLast = line === lines.lineCount - 1;
    if (kept.has(line)) {
      empty = 0;
      const shift = indents.get(line);
      if (shift !== undefined) edits.push(...indentation(text, start, shift));
      continue;
    }
    empty = content === "" ? empty + 1 : 0;
    if (content === "" && (empty > 1 || isLast || restIsEmpty(tree, line))) {
      if (!isLast) edits.push({ start, end: lines.lineStart(line + 1), text: "" });
      else if (text !== "") edits.push({ start, end, text: "" });
      continue;
    }
    const wanted = indents.get(line);
    if (content !== "" && wanted !== undefined) edits.push(...indentation(text, start, wanted));
    const trimmed = text.trimEnd().length;
    if (trimmed < text.length) edits.push({ start: start + trimmed, end, text: "" });
  }
  const last = tree.text.at(-1);
  if (last !== "\n" && last !== "\r")
    edits.push({ start: tree.text.length, end: tree.text.length, text: lineBreak(tree) });
  return edits.filter((edit) => tree.text.slice(edit.start, edit.end) !== edit.text);
}

/** Whether what stands where is what is written there: the text can be read whole, and uses nothing outside the language. */
export function isOrderly({ broken, problems }: SyntaxTree): boolean {
  return !broken.all && !problems.some(({ fatal, rule }) => fatal || OUTSIDE.has(rule));
}

function indentation(text: string, start: number, wanted: number): TextEdit[] {
  const width = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  return width === wanted ? [] : [{ start, end: start + width, text: " ".repeat(Math.max(0, wanted)) }];
}

/** The column that each line that starts something should start in; lines of a text move with the line it starts on. */
function wantedIndents(tree: SyntaxTree): Map<number, number> {
  const wanted = new Map<number, number>();
  const { lines } = tree;
  const columnOf = (offset: number): number => lines.positionAt(offset).character;
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const startsLine = (offset: number): boolean =>
    tree.text.slice(lines.lineStart(lineOf(offset)), offset).trim() === "";

  const visit = (node: Node, column: number): void => {
    if (node.kind === "scalar" || node.flow) return;
    if (node.kind === "map") {
      for (const { key, value } of node.pairs) {
        const { start } = tree.offsetOf(key);
        if (startsLine(start)) wanted.set(lineOf(start), column);
        if (value) visitValue(value, start, column);
      }
      return;
    }
    for (const item of node.items) {
      const { start } = tree.offsetOf(item);
      const line = lineOf(start);
      const dash = tree.text.slice(lines.lineStart(line), start);
      if (/^\s*-\s+$/.test(dash)) wanted.set(line, column);
      visitValue(item, start, column, column + dash.trim().length + 1);
    }
  };

  const visitValue = (value: Node, keyStart: number, column: number, itemColumn?: number): void => {
    const { start, end } = tree.offsetOf(value);
    if (value.kind !== "scalar" && !value.flow) {
      visit(value, itemColumn ?? column + STEP);
      return;
    }
    const first = lineOf(keyStart);
    const shift =
      (wanted.get(first) ?? columnOf(keyStart)) - columnOf(tree.lines.lineStart(first) + indentOf(tree, first));
    for (let line = first + 1; line <= lineOf(Math.max(start, end - 1)); line++) {
      if (lines.lineText(line).trim() !== "") wanted.set(line, Math.max(1, indentOf(tree, line) + shift));
    }
  };

  if (tree.root) visit(tree.root, 0);
  for (const [line, column] of commentIndents(tree, wanted)) wanted.set(line, column);
  return wanted;
}

/** A comment on a line of its own stands with what follows it; at the end of a part, with the part it was indented to. */
function* commentIndents(tree: SyntaxTree, wanted: ReadonlyMap<number, number>): Iterable<[number, number]> {
  const { lines } = tree;
  const moves = [...wanted].sort(([a], [b]) => a - b);
  for (const comment of tree.comments) {
    const { line } = lines.positionAt(tree.offsetOf(comment).start);
    if (!lines.lineText(line).trimStart().startsWith("#")) continue;
    const column = indentOf(tree, line);
    const next = moves.find(([other]) => other > line);
    if (next && indentOf(tree, next[0]) === column) yield [line, next[1]];
    else {
      const before = moves.findLast(([other]) => other < line && indentOf(tree, other) <= column);
      const same = before && indentOf(tree, before[0]) === column;
      if (before) yield [line, same ? before[1] : before[1] + STEP];
      else if (next) yield [line, next[1]];
    }
  }
}

function indentOf(tree: SyntaxTree, line: number): number {
  return /^[ \t]*/.exec(tree.lines.lineText(line))?.[0].length ?? 0;
}

/** Lines that are part of a text of several lines: what stands in them, empty lines too, is content. */
function linesInsideText(tree: SyntaxTree): Set<number> {
  const inside = new Set<number>();
  const visit = (node: Node): void => {
    if (node.kind === "map")
      for (const { key, value } of node.pairs) for (const each of [key, value]) if (each) visit(each);
    if (node.kind === "list") for (const item of node.items) visit(item);
    if (node.kind !== "scalar") return;
    const { start, end } = tree.offsetOf(node);
    const [first, last] = [tree.lines.positionAt(start).line, tree.lines.positionAt(Math.max(start, end - 1)).line];
    for (let line = first + 1; line <= last; line++) inside.add(line);
  };
  if (tree.root) visit(tree.root);
  return inside;
}

/** One space between a colon and a value on the same line. */
function* spacesBehindColons(tree: SyntaxTree): Iterable<TextEdit> {
  const open: Node[] = tree.root ? [tree.root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === "list") open.push(...node.items);
    if (node.kind !== "map") continue;
    for (const { key, value } of node.pairs) {
      if (!value) continue;
      open.push(value);
      const from = tree.offsetOf(key).end;
      const to = tree.offsetOf(value).start;
      const between = /^\s*:([ \t]{2,})$/.exec(tree.text.slice(from, to));
      if (between && !node.flow) yield { start: to - (between[1]?.length ?? 0), end: to, text: " " };
    }
  }
}

function restIsEmpty(tree: SyntaxTree, line: number): boolean {
  return tree.text.slice(tree.lines.lineStart(line)).trim() === "";
}
