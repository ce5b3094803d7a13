import type { Stretch } from "../base/span.ts";

/** The line around an offset, without its line break. Lines end at LF; a CR before it is no part of the line. */
export function lineAround(text: string, at: number): Stretch {
  const start = at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  return { start, end: lineEnd(text, start) };
}

/** The end of the text on a line that starts there. */
export function lineEnd(text: string, start: number): number {
  const next = text.indexOf("\n", start);
  const end = next < 0 ? text.length : next;
  return end > start && text[end - 1] === "\r" ? end - 1 : end;
}

/** The first character at or after an offset that is neither space nor tab. */
export function skipBlanks(text: string, from: number, limit = text.length): number {
  let at = from;
  while (at < limit && (text[at] === " " || text[at] === "\t")) at++;
  return at;
}

/** The end of a stretch without the white space at its end. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}

/** Where unquoted text that starts there ends on its line: before a comment, without white space. */
export function endOfPlain(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; at++) {
    if (text[at] === "#" && at > start && /\s/.test(text[at - 1] ?? "")) return trimmedEnd(text, start, at);
  }
  return trimmedEnd(text, start, limit);
}

/** The quote that closes the one before `from`, or undefined. */
export function closingQuote(text: string, from: number, mark: string, limit: number): number | undefined {
  for (let at = from; at < limit; at++) {
    if (mark === '"' && text[at] === "\\") at++;
    else if (text[at] === mark) {
      if (mark === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return undefined;
}

/** How far in a line starts; a tab goes on to the next even column. */
export function indentationOf(text: string, start: number, content: number): number {
  let column = 0;
  for (let at = start; at < content; at++) column += text[at] === "\t" ? 2 - (column % 2) : 1;
  return column;
}
