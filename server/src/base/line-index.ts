import type { Stretch } from "./span.ts";
export interface Position {
  /** Counted from 0. */
  readonly line: number;
  /** UTF-16 units from the start of the line, counted from 0. */
  readonly character: number;
}

/** Offset to line and character and back. A line ends at LF, CRLF or a lone CR, as in the LSP. */
export class LineIndex {
  readonly #text: string;
  #found: readonly number[] | undefined;

  constructor(text: string, starts?: readonly number[]) {
    this.#text = text;
    this.#found = starts;
  }

  /** Looked for when asked for: of a file without findings nobody asks. */
  get #starts(): readonly number[] {
    this.#found ??= lineStarts(this.#text, 0, this.#text.length);
    return this.#found;
  }

  /** The index of a text that differs from this one's between `start` and `end` alone (offsets of this one's text). */
  after(text: string, { start, end }: Stretch): LineIndex {
    const shift = text.length - this.#text.length;
    // A line break may have been a CR and LF of which one is left; what is next to the change is looked at again.
    const before = this.#starts;
    const from = lastAtMost(before, Math.max(0, start - 1));
    const until = lastAtMost(before, Math.min(end + 1, this.#text.length)) + 1;
    const between = lineStarts(text, before[from] ?? 0, (before[until] ?? this.#text.length) + shift);
    // As long as it will be from the start: a long list that grows is copied again and again.
    const starts = new Array<number>(from + between.length + Math.max(0, before.length - until - 1));
    let to = 0;
    for (let line = 0; line < from; line++) starts[to++] = before[line] ?? 0;
    for (const found of between) starts[to++] = found;
    for (let line = until + 1; line < before.length; line++) starts[to++] = (before[line] ?? 0) + shift;
    return new LineIndex(text, starts);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const line = lastAtMost(this.#starts, at);
    return { line, character: at - (this.#starts[line] ?? 0) };
  }

  /** A character past the end of its line is moved to that end, a line past the text to the end of the text. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    const start = this.#starts[position.line] ?? 0;
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Offset of the line break that ends the line (or of the end of the text). */
  lineEnd(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    const start = this.#starts[line] ?? end;
    while (end > start && isLineBreak(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  lineText(line: number): string {
    return this.#text.slice(this.lineStart(line), this.lineEnd(line));
  }
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Where the lines of a stretch start; its own start first. */
function lineStarts(text: string, from: number, until: number): number[] {
  const starts = [from];
  for (let at = from; at < until; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (isLineBreak(code)) starts.push(at + 1);
  }
  return starts;
}

/** Index of the last number that is at most `limit`; `sorted` rises and its first number is at most `limit`. */
export function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
