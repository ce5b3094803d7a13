import { isSpace } from "./place-line.ts";

/** What stands at an offset between `{ }` or `[ ]`. */
export interface FlowPlace {
  /** Keys and indexes from the outermost bracket to the innermost one around the offset. */
  readonly path: readonly (string | number)[];
  readonly inMap: boolean;
  /** The key whose value is expected; undefined where a key is. */
  readonly key: string | undefined;
  /** How many items stand before in the list. */
  readonly index: number;
  /** The word the offset is in or at, empty where there is none. */
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | "'" | undefined;
  /** A key that has its colon already. */
  readonly colon: boolean;
  /** Something follows in the same brackets without a comma between. */
  readonly crowded: boolean;
  readonly siblings: ReadonlyMap<string, string>;
  readonly items: readonly string[];
}

interface Entry {
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
  start: number;
  end: number;
  quote: '"' | "'" | undefined;
}

interface Bracket {
  readonly inMap: boolean;
  readonly step: string | number | undefined;
  readonly entries: Entry[];
  current: Entry;
}

/**
 * Reads a text from an opening bracket to the one that closes it, `limit` at the latest. Undefined where the offset is
 * behind it, in a comment, or in a word that begins on a line above.
 */
export function placeInFlow(text: string, from: number, offset: number, limit: number): FlowPlace | undefined {
  const open: Bracket[] = [];
  let found: { bracket: Bracket; path: (string | number)[]; entry: Entry; onKey: boolean } | undefined;
  let closed = false;
  let at = from;
  while (at < limit && !closed) {
    if (at >= offset && !found && at > from) note();
    const unit = text[at];
    const top = open.at(-1);
    const entry = top?.current;
    if (unit === "#" && isBreakOrSpace(text[at - 1])) {
      const end = lineEnd(text, at, limit);
      if (offset > at && offset <= end) return undefined;
      at = end;
    } else if ((unit === '"' || unit === "'") && (!entry || entry.start < 0)) {
      const end = quoteEnd(text, at, unit, limit);
      if (entry) Object.assign(entry, { start: at, end, quote: unit });
      if (offset > at && offset <= end && !found) note();
      at = end;
    } else if ((unit === "{" || unit === "[") && (!entry || entry.start < 0)) {
      const step = top && (top.inMap ? entry?.key : top.entries.length);
      if (entry) Object.assign(entry, { start: at, end: at + 1 });
      open.push({ inMap: unit === "{", step, entries: [], current: emptyEntry() });
      at++;
    } else if (unit === "}" || unit === "]") {
      if (top) finish(top);
      open.pop();
      closed = open.length === 0 || (found !== undefined && found.bracket === top);
      const outer = open.at(-1);
      if (outer) outer.current.end = at + 1;
      at++;
    } else if (unit === "," && top) {
      finish(top);
      at++;
    } else if (unit === ":" && top?.inMap && entry && entry.key === undefined && endsKey(text, at, entry)) {
      Object.assign(entry, {
        key: entry.start < 0 ? "" : unquoted(text.slice(entry.start, entry.end)),
        keyStart: entry.start < 0 ? at : entry.start,
        keyEnd: entry.end < 0 ? at : entry.end,
        start: -1,
        end: -1,
        quote: undefined,
      });
      at++;
    } else {
      if (entry && !isBreakOrSpace(unit)) {
        if (entry.start < 0) entry.start = at;
        entry.end = at + 1;
      }
      at++;
    }
  }
  if (!found && !closed && offset >= at) note();
  if (!found) return undefined;
  const { bracket } = found;
  finish(bracket);
  return placeOf(text, offset, found, found.path);

  function note(): void {
    const bracket = open.at(-1);
    if (!bracket) return;
    const path = open.slice(1).map((each) => each.step ?? "");
    found = { bracket, path, entry: bracket.current, onKey: bracket.current.key === undefined };
  }
}

function finish(bracket: Bracket): void {
  if (bracket.current.start >= 0 || bracket.current.key !== undefined) bracket.entries.push(bracket.current);
  bracket.current = emptyEntry();
}

function placeOf(
  text: string,
  offset: number,
  found: { bracket: Bracket; entry: Entry; onKey: boolean },
  path: readonly (string | number)[],
): FlowPlace | undefined {
  const { bracket, entry, onKey } = found;
  const atKey = bracket.inMap && onKey;
  const colon = atKey && entry.key !== undefined;
  const from = colon ? entry.keyStart : entry.start;
  const until = colon ? entry.keyEnd : entry.end;
  const touches = from >= 0 && from <= offset;
  const line = lineEnd(text, offset, text.length);
  // Behind a bracket that nobody has closed yet, lines that have nothing to do with each other look like one word.
  if (touches && from < lineStart(text, offset)) return undefined;
  const others = bracket.entries.filter((each) => each !== entry || (!touches && atKey));
  const at = bracket.entries.indexOf(entry);
  return {
    path,
    inMap: bracket.inMap,
    key: atKey ? undefined : entry.key,
    index: at < 0 ? bracket.entries.length : at,
    start: touches ? from : offset,
    end: touches || (!atKey && from >= 0) ? Math.min(Math.max(until, offset), line) : offset,
    quote: touches && !colon ? entry.quote : undefined,
    colon: colon && touches,
    crowded: atKey && from > offset && from < line,
    siblings: new Map(
      others.flatMap((each) =>
        bracket.inMap ? [[each.key ?? text.slice(each.start, each.end), textOf(text, each)] as const] : [],
      ),
    ),
    items: bracket.inMap ? [] : others.map((each) => textOf(text, each)),
  };
}

function textOf(text: string, entry: Entry): string {
  return entry.start < 0 ? "" : unquoted(text.slice(entry.start, entry.end));
}

export function unquoted(text: string): string {
  if (/^"(.*)"$/s.test(text)) return text.slice(1, -1).replace(/\\(["\\])/g, "$1");
  return /^'(.*)'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}

function emptyEntry(): Entry {
  return { key: undefined, keyStart: -1, keyEnd: -1, start: -1, end: -1, quote: undefined };
}

/** A colon ends a key where a space, a bracket, a comma or the end of the line follows, or where the key is quoted. */
function endsKey(text: string, at: number, entry: Entry): boolean {
  const next = text[at + 1];
  return entry.quote !== undefined || next === undefined || isBreakOrSpace(next) || /[,[\]{}]/.test(next);
}

/** The offset behind the closing quote; the end of the line where there is none before it. */
export function quoteEnd(text: string, start: number, quote: string, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote && quote === "'" && text[at + 1] === "'") at++;
    else if (text[at] === quote) return at + 1;
  }
  return lineEnd(text, start, limit);
}

function lineEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

function isBreakOrSpace(unit: string | undefined): boolean {
  return unit === undefined || isSpace(unit) || unit === "\n" || unit === "\r";
}
