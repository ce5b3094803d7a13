import type { LineIndex } from "../base/line-index.ts";
import { unquoted } from "./place-flow.ts";
import { columnAt, contentStart, type Line, type LinePart, readLine } from "./place-line.ts";

/** A text with its lines; lines are read when they are asked for. */
export interface Lines {
  readonly text: string;
  readonly lines: LineIndex;
}

/** One level of nesting around a place: what stands at that column, and what holds it. */
export interface Level {
  readonly column: number;
  /** A list written with dashes. */
  readonly list: boolean;
  /** Dashes of the same list above. */
  readonly index: number;
  /** Keys of the same map above, with what stands behind them on their line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** What stands behind the dashes of the same list above, the nearest first. */
  readonly items: readonly string[];
  /** The first thing that the holder already holds. */
  readonly firstChild: Child | undefined;
  readonly holder: Holder | undefined;
}

interface Child {
  readonly column: number;
  readonly list: boolean;
}

export interface Holder {
  readonly part: LinePart;
  readonly line: Line;
  readonly number: number;
  /** Something stands behind it on its own line. */
  readonly filled: boolean;
}

export function lineAt({ text, lines }: Lines, number: number): Line {
  return readLine(text, lines.lineStart(number), lines.lineEnd(number));
}

/**
 * The levels around a column of a line, the innermost first, told from the indentation of the lines above. Whatever is
 * indented more belongs to something else and is passed over, so that broken text in it does no harm.
 */
export function climb(doc: Lines, number: number, column: number, list: boolean): Level[] {
  const levels: Level[] = [];
  let level = newLevel(column, list);
  let deeper = " ".repeat(column + 1);
  for (let at = number - 1; at >= 0; at--) {
    if (level.column === 0 && !level.list && levels.length > 0) break;
    const start = doc.lines.lineStart(at);
    // Most lines: what is in them is only looked at where they turn out to be the first below another.
    if (doc.text.startsWith(deeper, start)) {
      level.passed = at;
      continue;
    }
    const end = doc.lines.lineEnd(at);
    const content = contentStart(doc.text, start, end);
    if (content === end || doc.text[content] === "#") continue;
    const indent = columnAt(doc.text, start, content);
    if (indent > level.column) {
      level.passed = at;
      continue;
    }
    level.firstChild = firstPassed(doc, level, number) ?? level.firstChild;
    level.passed = undefined;
    const line = readLine(doc.text, start, end);
    for (const part of [...line.parts].reverse()) level = visit(doc.text, part, { line, number: at, level, levels });
    deeper = " ".repeat(level.column + 1);
  }
  level.firstChild = firstPassed(doc, level, number) ?? level.firstChild;
  levels.push(level);
  return levels;
}

/** The first line that says something among those that were passed over last, all of them indented more than the level. */
function firstPassed(
  doc: Lines,
  { column, passed = Number.POSITIVE_INFINITY }: OpenLevel,
  limit: number,
): Child | undefined {
  for (let at = passed; at < limit; at++) {
    const [start, end] = [doc.lines.lineStart(at), doc.lines.lineEnd(at)];
    const content = contentStart(doc.text, start, end);
    if (content === end || doc.text[content] === "#") continue;
    const indent = columnAt(doc.text, start, content);
    return indent > column ? { column: indent, list: isDash(doc.text, content, end) } : undefined;
  }
  return undefined;
}

interface OpenLevel {
  column: number;
  list: boolean;
  index: number;
  siblings: Map<string, string>;
  items: string[];
  firstChild: Level["firstChild"];
  holder: Holder | undefined;
  /** The highest line that was passed over since the last one that was read. */
  passed: number | undefined;
}

function newLevel(column: number, list: boolean): OpenLevel {
  return {
    column,
    list,
    index: 0,
    siblings: new Map(),
    items: [],
    firstChild: undefined,
    holder: undefined,
    passed: undefined,
  };
}

interface Visit {
  readonly line: Line;
  readonly number: number;
  readonly level: OpenLevel;
  readonly levels: Level[];
}

function visit(text: string, part: LinePart, { line, number, level, levels }: Visit): OpenLevel {
  const dash = part.key === undefined;
  const last = part === line.parts.at(-1);
  const filled = last && line.value.end > line.value.start;
  const holds = part.column < level.column || (level.list && !dash && part.column === level.column && !filled);
  if (holds) {
    level.holder = { part, line, number, filled };
    levels.push(level);
    return { ...newLevel(part.column, dash), firstChild: { column: part.column, list: dash } };
  }
  level.firstChild = { column: part.column, list: dash };
  if (part.column !== level.column || dash !== level.list) return level;
  const value = last ? unquoted(text.slice(line.value.start, line.value.end)) : "";
  if (part.key === undefined) {
    level.index++;
    level.items.push(value);
  } else if (!level.siblings.has(part.key)) level.siblings.set(part.key, value);
  return level;
}

function isDash(text: string, at: number, end: number): boolean {
  return text[at] === "-" && (at + 1 >= end || text[at + 1] === " " || text[at + 1] === "\t");
}

/** Adds what follows below at the same column to the keys and items of a level. */
export function addBelow(
  doc: Lines,
  number: number,
  column: number,
  into: { readonly siblings: Map<string, string>; readonly items: string[] },
): void {
  for (let at = number + 1; at < doc.lines.lineCount; at++) {
    const start = doc.lines.lineStart(at);
    const end = doc.lines.lineEnd(at);
    const content = contentStart(doc.text, start, end);
    if (content === end || doc.text[content] === "#") continue;
    const indent = columnAt(doc.text, start, content);
    if (indent < column) return;
    if (indent > column) continue;
    const { parts, value } = readLine(doc.text, start, end);
    const [first] = parts;
    const text = parts.length === 1 ? unquoted(doc.text.slice(value.start, value.end)) : "";
    if (first?.key !== undefined && !into.siblings.has(first.key)) into.siblings.set(first.key, text);
    else if (first?.key === undefined && first) into.items.push(text);
  }
}

/** The next line that says something. */
export function nextLine(doc: Lines, number: number): Line | undefined {
  for (let at = number + 1; at < doc.lines.lineCount; at++) {
    const line = lineAt(doc, at);
    if (!line.blank) return line;
  }
  return undefined;
}

/** The offset up to which the lines below a line are indented more than a column, or close a bracket. */
export function endOfBody(doc: Lines, number: number, column: number): number {
  for (let at = number + 1; at < doc.lines.lineCount; at++) {
    const start = doc.lines.lineStart(at);
    const end = doc.lines.lineEnd(at);
    const content = contentStart(doc.text, start, end);
    if (content === end || /[\]}]/.test(doc.text[content] ?? "")) continue;
    if (columnAt(doc.text, start, content) <= column) return start;
  }
  return doc.text.length;
}

/** Keys and indexes from the root to the innermost of the levels. */
export function pathOf(levels: readonly Level[]): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = levels.length - 2; at >= 0; at--) {
    const part = levels[at]?.holder?.part;
    path.push(part?.key ?? levels[at + 1]?.index ?? 0);
  }
  return path;
}
