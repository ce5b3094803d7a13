import type { Stretch } from "../base/span.ts";
import { indentationOf, lineEnd, skipBlanks } from "./text-line.ts";

/** What is wrong with the first line of a piece, though it is clear what it is. */
export type LineSlip = "indentation" | "space" | "equals" | "colon";

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
}

/** The pieces of a block, and the column in which they should start. */
export interface Cut {
  readonly pieces: readonly Piece[];
  readonly column: number;
}

type OpenPiece = { -readonly [K in keyof Piece]: Piece[K] } & { complete: boolean };

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
  let preamble = true;
  for (let line = within.start; line < within.end; ) {
    const next = Math.min(nextLine(text, line), within.end);
    const lineStart = line === within.start ? text.lastIndexOf("\n", line - 1) + 1 : line;
    const content = skipBlanks(text, line, next);
    const blank = content >= lineEnd(text, line) || text[content] === "#" || content >= within.end;
    if (!blank) {
      const column = line === lineStart ? indentationOf(text, line, content) : content - lineStart;
      const piece = startOfPiece(text, { line, content, column, next, end: within.end }, pieces, parentColumn);
      if (piece) {
        if (pieces.length === 0 && preamble) piece.start = within.start;
        pieces.push(piece);
      } else if (!text.startsWith("---", content) && !text.startsWith("%", content)) preamble = false;
    }
    line = next;
  }
  for (const [index, piece] of pieces.entries()) close(text, piece, pieces[index + 1]?.start ?? within.end);
  return { pieces, column: pieces[0]?.column ?? 0 };
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
  before: readonly OpenPiece[],
  parent: number,
): OpenPiece | undefined {
  const [first] = before;
  const last = before.at(-1);
  const dash = isDash(text, at.content);
  if (!first) return dash ? item(at, 1) : keyed(text, at, KEY, undefined);
  if (!last) return undefined;
  const target = first.column;
  if (at.column > target) {
    const beside = last.slip === "indentation" && at.column === last.column && last.is === "entry";
    return last.is === "entry" && (beside || last.complete) ? keyed(text, at, PLAIN_KEY, "indentation") : undefined;
  }
  const slip = at.column < target ? ("indentation" as const) : undefined;
  if (first.is === "item") return inList(text, at, dash, slip, last);
  if (dash && last.is === "entry" && !last.complete && at.column === last.column) return undefined;
  if (/[\]})]/.test(text[at.content] ?? "") || /^(---|\.\.\.)/.test(text.slice(at.content, at.content + 3)))
    return undefined;
  if (at.column <= parent && before.length > 0) return undefined;
  return (
    keyed(text, at, KEY, slip) ??
    keyed(text, at, KEY_WITHOUT_SPACE, "space") ??
    keyed(text, at, EQUALS, "equals") ??
    keyed(text, at, BARE_KEY, "colon") ??
    (last.is === "stray" ? undefined : stray(at))
  );
}

function inList(
  text: string,
  at: LineOfText,
  dash: boolean,
  slip: LineSlip | undefined,
  last: OpenPiece,
): OpenPiece | undefined {
  if (dash) return item(at, 1, slip);
  if (slip === undefined && text[at.content] === "-" && !text.startsWith("---", at.content))
    return item(at, 1, "space");
  if (/[\]})]/.test(text[at.content] ?? "") || matchAt(KEY, text, at.content)) return undefined;
  return last.is === "stray" ? undefined : stray(at);
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

function item(at: LineOfText, dash: number, slip?: LineSlip): OpenPiece {
  return { ...piece("item", at, slip), value: at.content + dash };
}

function stray(at: LineOfText): OpenPiece {
  return piece("stray", at, undefined);
}

function piece(is: Piece["is"], at: LineOfText, slip: LineSlip | undefined): OpenPiece {
  const { line, content, column } = at;
  const rest = { key: "", keyEnd: content, value: content, body: undefined, complete: false };
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

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function nextLine(text: string, from: number): number {
  const found = text.indexOf("\n", from);
  return found < 0 ? text.length : found + 1;
}
