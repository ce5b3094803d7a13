/** One value of a record. `start` and `end` count from the start of the file and hold its quotes too. */
export interface CsvCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export interface CsvRecord {
  /** The line it starts on, counted from 0. */
  readonly line: number;
  readonly start: number;
  /** As it stands there, without its line break. */
  readonly text: string;
  readonly cells: readonly CsvCell[];
  /** Where a quote opens that nobody closes: the record was cut at the end of its line. */
  readonly unclosed: number | undefined;
}

export type Separator = "," | ";" | "\t";

/** A quoted value that is longer is one whose closing quote is missing. */
const MAX_QUOTED = 10_000;

/**
 * Reads separated values piece by piece, whatever the length of the whole (RFC 4180; LF, CRLF or CR). The separator is
 * the one of `,`, `;` and tab that stands most often in the first record, or what Excel's `sep=;` says. Empty lines and
 * lines of nothing but separators are passed over. Holds no more than one record and one piece.
 */
export class CsvReader {
  separator: Separator | undefined;
  readonly #onRecord: (record: CsvRecord) => void;
  #buffer = "";
  #offset = 0;
  #line = 0;

  constructor(onRecord: (record: CsvRecord) => void) {
    this.#onRecord = onRecord;
  }

  push(piece: string): void {
    this.#buffer = this.#buffer === "" ? piece : this.#buffer + piece;
    this.#drain(false);
  }

  end(): void {
    this.#drain(true);
  }

  #drain(final: boolean): void {
    const text = this.#buffer;
    let at = this.#offset === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (at < text.length) {
      const found = recordFrom(text, at, this.separator, final);
      if (!found) break;
      this.#take(text.slice(at, found.end), this.#offset + at, found.unclosed);
      this.#line += found.lines;
      at = found.next;
    }
    this.#offset += at;
    this.#buffer = text.slice(at);
  }

  #take(text: string, start: number, unclosed: number | undefined): void {
    if (/^[\s,;]*$/.test(text)) return;
    if (this.separator === undefined) {
      const said = /^"?sep=([,;\t])"?$/i.exec(text)?.[1];
      this.separator = (said as Separator | undefined) ?? separatorOf(text);
      if (said !== undefined) return;
    }
    const cells = cellsOf(text, start, this.separator, unclosed !== undefined);
    const opened = unclosed === undefined ? undefined : this.#offset + unclosed;
    this.#onRecord({ line: this.#line, start, text, cells, unclosed: opened });
  }
}

interface FoundRecord {
  readonly end: number;
  readonly next: number;
  readonly lines: number;
  readonly unclosed: number | undefined;
}

const [QUOTE, LF, CR] = [34, 10, 13];

/** Where the record ends that starts at `from`; undefined where more text may follow. */
function recordFrom(
  text: string,
  from: number,
  separator: Separator | undefined,
  final: boolean,
): FoundRecord | undefined {
  let lines = 0;
  let opened = -1;
  let isStart = true;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (opened >= 0) {
      if (unit === QUOTE) {
        if (text.charCodeAt(at + 1) === QUOTE) at++;
        else opened = -1;
      } else if (isBreak(unit)) {
        if (unit === LF || text.charCodeAt(at + 1) !== LF) lines++;
      }
      if (opened >= 0 && at - opened > MAX_QUOTED) return cutAt(text, from, opened);
      continue;
    }
    if (unit === QUOTE && isStart) {
      opened = at;
      isStart = false;
      continue;
    }
    if (isBreak(unit)) {
      if (unit === CR && at + 1 === text.length && !final) return undefined;
      const next = unit === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
      return { end: at, next, lines: lines + 1, unclosed: undefined };
    }
    isStart = separator === undefined ? unit === 44 || unit === 59 || unit === 9 : text[at] === separator;
  }
  if (!final) return undefined;
  if (opened >= 0) return cutAt(text, from, opened);
  return { end: text.length, next: text.length, lines: lines + 1, unclosed: undefined };
}

/** A record whose quote is never closed ends with the line in which it opens. */
function cutAt(text: string, from: number, opened: number): FoundRecord {
  let lines = 1;
  for (let at = from; at < opened; at++) if (text.charCodeAt(at) === LF) lines++;
  let end = opened;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  const isPair = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF;
  return { end, next: Math.min(text.length, end + (isPair ? 2 : 1)), lines, unclosed: opened };
}

function isBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}

function separatorOf(header: string): Separator {
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = ([",", ";", "\t"] as const).map((mark) => ({ mark, count: bare.split(mark).length }));
  counts.sort((a, b) => b.count - a.count);
  return counts[0]?.mark ?? ",";
}

function cellsOf(text: string, start: number, separator: Separator, isPlain: boolean): CsvCell[] {
  const cells: CsvCell[] = [];
  for (let at = 0; ; ) {
    let end = at;
    const quoted = !isPlain && text.charCodeAt(at) === QUOTE;
    if (quoted) {
      end++;
      while (end < text.length) {
        if (text.charCodeAt(end) !== QUOTE) end++;
        else if (text.charCodeAt(end + 1) === QUOTE) end += 2;
        else break;
      }
    }
    const found = text.indexOf(separator, end);
    end = found < 0 ? text.length : found;
    cells.push(cellAt(text, at, end, start, quoted));
    if (found < 0) return cells;
    at = end + 1;
  }
}

/** Blanks around a value are no part of it. */
function cellAt(text: string, from: number, to: number, offset: number, quoted: boolean): CsvCell {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = Math.max(start, from + raw.trimEnd().length);
  const written = text.slice(start, end);
  const isWrapped = quoted && written.length > 1 && written.endsWith('"');
  const value = isWrapped ? written.slice(1, -1).replaceAll('""', '"').trim() : written;
  return { text: value, start: offset + start, end: offset + end, quoted };
}
