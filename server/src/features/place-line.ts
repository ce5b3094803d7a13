/** A dash or a key: what the lines below it can belong to. */
export interface LinePart {
  /** A key without its quotes; undefined for a dash. */
  readonly key: string | undefined;
  /** Columns from the start of the line; a tab reaches to the next even one. */
  readonly column: number;
  readonly start: number;
  /** End of the key or dash, its quotes included and its colon not. */
  readonly end: number;
}

/** What one line of block YAML is made of, told from its text alone. */
export interface Line {
  readonly start: number;
  /** Where its line break starts. */
  readonly end: number;
  readonly indent: number;
  /** Nothing, or nothing but a comment. */
  readonly blank: boolean;
  /** From left to right: dashes, then at most one key. */
  readonly parts: readonly LinePart[];
  /** Where the value behind the last part starts, and where it ends: before its comment and the white space. */
  readonly value: { readonly start: number; readonly end: number; readonly column: number };
  /** Where the comment of the line starts; its end where there is none. */
  readonly comment: number;
}

const KEY =
  /(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)'|((?:[^\s#"'&*!|>%@`{}[\],?:-]|[-?:](?=[^\s,[\]{}]))(?:(?! #)[^\r\n])*?))[ \t]*:(?=[ \t\r\n]|$)/y;

/** The column at an offset of a line, when nothing but white space stands before it. */
export function columnAt(text: string, lineStart: number, offset: number): number {
  let column = 0;
  for (let at = lineStart; at < offset; at++) column = text[at] === "\t" ? column + 2 - (column % 2) : column + 1;
  return column;
}

/** Where the content of a line starts. */
export function contentStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text[at])) at++;
  return at;
}

export function readLine(text: string, from: number, end: number): Line {
  const start = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from;
  let at = contentStart(text, start, end);
  const indent = columnAt(text, start, at);
  let column = indent;
  const parts: LinePart[] = [];
  while (text[at] === "-" && at < end && (at + 1 >= end || isSpace(text[at + 1]))) {
    parts.push({ key: undefined, column, start: at, end: at + 1 });
    const next = contentStart(text, at + 1, end);
    column = next >= end || text[next] === "#" ? column + 2 : column + next - at;
    at = next;
  }
  const key = at < end ? keyAt(text, at, column) : undefined;
  if (key) {
    parts.push(key);
    at = contentStart(text, text.indexOf(":", key.end) + 1, end);
  }
  const comment = commentIn(text, at, end);
  let valueEnd = comment;
  while (valueEnd > at && isSpace(text[valueEnd - 1])) valueEnd--;
  const blank = parts.length === 0 && valueEnd <= at;
  return { start, end, indent, blank, parts, value: { start: at, end: Math.max(at, valueEnd), column }, comment };
}

export function isSpace(unit: string | undefined): boolean {
  return unit === " " || unit === "\t";
}

function keyAt(text: string, at: number, column: number): LinePart | undefined {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  if (!match) return undefined;
  const key = match[1] ?? match[2]?.replaceAll("''", "'") ?? match[3] ?? "";
  const quotes = match[3] === undefined ? 2 : 0;
  const length = match[3]?.length ?? (match[1] ?? match[2] ?? "").length + quotes;
  return { key, column, start: at, end: at + length };
}

/** A `#` opens a comment where white space (or nothing) stands before it, outside of quotes. */
function commentIn(text: string, start: number, end: number): number {
  let quote: string | undefined;
  for (let at = start; at < end; at++) {
    const unit = text[at];
    if (quote !== undefined) {
      if (unit === "\\" && quote === '"') at++;
      else if (unit === quote) quote = undefined;
    } else if ((unit === '"' || unit === "'") && (at === start || /[\s,[{:]/.test(text[at - 1] ?? " "))) quote = unit;
    else if (unit === "#" && (at === start || isSpace(text[at - 1]))) return at;
  }
  return end;
}
