import type { Stretch } from "../base/span.ts";
import { indentationOf, lineEnd, skipBlanks, trimmedEnd } from "./text-line.ts";

/** What is wrong with the first line of a piece, though it is clear what it is. */
export type LineSlip = "indentation" | "space" | "equals" | "colon" | "bullet";

/** An entry `key: …` or an item `- …` with all lines that belong to it, or a line that is neither; found by indentation. */
export interface Piece extends Stretch {
  readonly is: "entry" | "item" | "stray";
  readonly column: number;
  /** Where its first line starts, and where on it the indentation ends. */
  readonly line: number;
  readonly content: number;
  readonly key: string;
  readonly keyEnd: number;
  /** Where its value starts: behind the colon or the dash. */
  readonly value: number;
  /** The lines below the key, where nothing but a comment stands beside it. */
  readonly body: Stretch | undefined;
  readonly slip: LineSlip | undefined;
  /** Lines in its midst that belong nowhere. */
  readonly strays: readonly Stretch[];
}

/** The pieces of a block, and the column in which they should start. */
export interface Cut {
  readonly pieces: readonly Piece[];
  readonly column: number;
}

type OpenPiece = { -readonly [K in keyof Piece]: Piece[K] } & { complete: boolean; strays: Stretch[] };

const KEY =
  /(?:"([^"\\\n]{0,200})"|'([^'\n]{0,200})'|([^\s#"'&*!|>%@`{}[\],?:-][^\n]{0,200}?))[ \t]{0,20}:(?=[ \t\r\n]|$)/y;
const PLAIN_KEY = /([a-z][a-z0-9-]*):(?=[ \t\r\n]|$)/y;
const KEY_WITHOUT_SPACE = /([a-z][a-z0-9-]{0,80}):(?=[^\s:/])/y;
const EQUALS = /([a-z][a-z0-9-]{0,80})[ \t]{0,20}=(?=[ \t\r\n]|$)/y;
const BARE_KEY = /([a-z][a-z0-9-]{0,80})(?=[ \t]{0,20}(?:\r?\n|$))/y;
const PROPERTIES = /(?:[&!][^\s,[\]{}]*[ \t]*)*(?:#[^\n]*)?(?=\r?\n|$)/y;

/** Cuts a block that YAML cannot read into its entries or items. No pieces where it does not look like a block. */
export function cutIntoPieces(text: string, within: Stretch, parentColumn: number): Cut {
  const pieces: OpenPiece[] = [];
  let first: OpenPiece | undefined;
  for (let line = within.start; line < within.end; ) {
    const next = Math.min(nextLine(text, line), within.end);
    const at = lineOfText(text, line, next, within);
    line = next;
    if (!at) continue;
    const found = startOfPiece(text, at, first, pieces.at(-1), parentColumn);
    if (found === "stray") {
      const last = pieces.at(-1);
      if (last && last.is !== "stray") last.strays.push({ start: at.content, end: lineEnd(text, at.content) });
      else if (!last) pieces.push(piece("stray", at, undefined));
    } else if (found) {
      first ??= found;
      if (pieces.length === 0) found.start = within.start;
      pieces.push(found);
      if (found.is === "entry" && !found.complete) line = Math.max(next, endOfLooseFlow(text, found.value, within.end));
    }
  }
  if (!first) return { pieces: [], column: 0 };
  for (const [index, piece] of pieces.entries()) close(text, piece, pieces[index + 1]?.start ?? within.end);
  return { pieces, column: first.column };
}

/** A line with something on it that is neither comment nor the head of a document. */
function lineOfText(text: string, line: number, next: number, within: Stretch): LineOfText | undefined {
  const lineStart = line === within.start ? text.lastIndexOf("\n", line - 1) + 1 : line;
  const content = skipBlanks(text, line, next);
  const end = lineEnd(text, line);
  if (content >= end || content >= within.end || text[content] === "#" || text[content] === "\ufeff") return undefined;
  if (content === lineStart && /^(?:---\s*$|%)/.test(text.slice(content, Math.min(end, content + 20))))
    return undefined;
  const column = line === lineStart ? indentationOf(text, line, content) : content - lineStart;
  return { line, content, column, next, end: within.end };
}

/** Most lines that brackets without indentation may span. */
const MAX_LOOSE_LINES = 500;

/** Where brackets end that opened in a line and go on in lines that are not indented: `{`, `a: 1,`, `}`. */
function endOfLooseFlow(text: string, value: number, limit: number): number {
  const open = text[skipBlanks(text, value)];
  if (open !== "{" && open !== "[") return 0;
  let last = false;
  let lines = 0;
  for (let line = nextLine(text, value); line < limit && lines++ < MAX_LOOSE_LINES; line = nextLine(text, line)) {
    const content = skipBlanks(text, line, limit);
    const end = trimmedEnd(text, content, lineEnd(text, line));
    if (content >= end || text[content] === "#") continue;
    if (text[content] === "}" || text[content] === "]") return nextLine(text, line);
    if (last) return 0;
    last = !/[,[{]/.test(text[end - 1] ?? "");
  }
  return 0;
}

interface LineOfText {
  readonly line: number;
  readonly content: number;
  readonly column: number;
  readonly next: number;
  readonly end: number;
}

/** The piece that starts on this line; undefined where the line belongs to the piece before it. */
function startOfPiece(
  text: string,
  at: LineOfText,
  first: OpenPiece | undefined,
  last: OpenPiece | undefined,
  parent: number,
): OpenPiece | "stray" | undefined {
  const dash = isDash(text, at.content);
  if (!first || !last) {
    if (isBullet(text, at.content)) return item(at, "bullet");
    return dash ? item(at) : (keyed(text, at, KEY, undefined) ?? "stray");
  }
  const target = first.column;
  if (at.column > target) {
    const beside = last.slip === "indentation" && at.column === last.column && last.is === "entry";
    return last.is === "entry" && (beside || last.complete) ? keyed(text, at, PLAIN_KEY, "indentation") : undefined;
  }
  if (/[\]})]/.test(text[at.content] ?? "") || at.column <= parent) return undefined;
  const slip = at.column < target ? ("indentation" as const) : undefined;
  if (first.is === "item") return inList(text, at, dash, slip);
  if (dash && last.is === "entry" && !last.complete && at.column === last.column) return undefined;
  return (
    keyed(text, at, KEY, slip) ??
    keyed(text, at, KEY_WITHOUT_SPACE, "space") ??
    keyed(text, at, EQUALS, "equals") ??
    keyed(text, at, BARE_KEY, "colon") ??
    "stray"
  );
}

function inList(
  text: string,
  at: LineOfText,
  dash: boolean,
  slip: LineSlip | undefined,
): OpenPiece | "stray" | undefined {
  if (dash) return item(at, slip);
  if (isBullet(text, at.content)) return item(at, "bullet");
  if (slip === undefined && text[at.content] === "-" && !text.startsWith("---", at.content)) return item(at, "space");
  return matchAt(KEY, text, at.content) ? undefined : "stray";
}

function keyed(text: string, at: LineOfText, pattern: RegExp, slip: LineSlip | undefined): OpenPiece | undefined {
  const match = matchAt(pattern, text, at.content);
  if (!match) return undefined;
  const value = at.content + match[0].length;
  const rest = skipBlanks(text, value);
  const empty = slip !== "space" && matchAt(PROPERTIES, text, rest) !== null;
  const key = match[1] ?? match[2] ?? match[3] ?? "";
  const mark = slip === "colon" ? 0 : 1;
  let keyEnd = value - mark;
  while (text[keyEnd - 1] === " " || text[keyEnd - 1] === "\t") keyEnd--;
  return {
    ...piece("entry", at, slip),
    key,
    keyEnd,
    value,
    body: empty ? { start: at.line, end: at.end } : undefined,
    complete: !empty && isComplete(text, rest),
  };
}

function item(at: LineOfText, slip?: LineSlip): OpenPiece {
  return { ...piece("item", at, slip), value: at.content + 1 };
}

function piece(is: Piece["is"], at: LineOfText, slip: LineSlip | undefined): OpenPiece {
  const { line, content, column } = at;
  const rest = { key: "", keyEnd: content, value: content, body: undefined, complete: false, strays: [] };
  return { is, start: line, end: at.end, line, content, column, slip, ...rest };
}

function close(text: string, piece: OpenPiece, end: number): void {
  piece.end = end;
  if (!piece.body) return;
  const start = Math.min(nextLine(text, piece.value), end);
  piece.body = start < end && /\S/.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** Whether a value that starts there cannot go on in the next line: neither an open quote or bracket nor a block of text. */
function isComplete(text: string, value: number): boolean {
  const end = lineEnd(text, value);
  const mark = text[value] ?? "";
  if (mark === '"' || mark === "'") return text.lastIndexOf(mark, end - 1) > value;
  if (mark === "{") return text.slice(value, end).includes("}");
  if (mark === "[") return text.slice(value, end).includes("]");
  return mark !== "|" && mark !== ">";
}

function isDash(text: string, at: number): boolean {
  return text[at] === "-" && /[ \t\r\n]|^$/.test(text[at + 1] ?? "");
}

/** A bullet of a text processor. */
function isBullet(text: string, at: number): boolean {
  return "*•·‣▪◦●○–".includes(text[at] ?? "-") && /[ \t]/.test(text[at + 1] ?? "");
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function nextLine(text: string, from: number): number {
  const found = text.indexOf("\n", from);
  return found < 0 ? text.length : found + 1;
}
