import type { Stretch } from "../base/span.ts";
import { addBelow, climb, endOfBody, type Level, type Lines, lineAt, nextLine, pathOf } from "./place-climb.ts";
import { placeInFlow, quoteEnd } from "./place-flow.ts";
import { columnAt, type Line } from "./place-line.ts";

/** What could be written at an offset, told from the text alone: it need not be readable as YAML. */
export interface Place {
  /**
   * A `key` of a map, a `value`, a further `item` of a list that is written with dashes (with its dash), `anything` where
   * nothing is written yet that would say what it becomes.
   */
  readonly expects: "key" | "value" | "item" | "anything" | "nothing";
  /** Keys and indexes from the root: of the map that takes the key, else of what is written here. */
  readonly path: readonly (string | number)[];
  /** What is written before the offset, without an opening quote. */
  readonly typed: string;
  /** The key or value at the offset, its quotes included. */
  readonly word: Stretch;
  /** What an answer takes the place of: the word, and the white space before it where that has to change. */
  readonly replace: Stretch;
  /** What has to stand before and behind an answer. */
  readonly prefix: string;
  readonly suffix: string;
  /** Keys of the same map, without the one at the offset, with the text behind them where it stands on their line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Items of the same list, without the one at the offset. */
  readonly items: readonly string[];
  /** Between `{ }` or `[ ]`. */
  readonly flow: boolean;
  /** Where keys and dashes of this level stand. */
  readonly column: number;
  readonly quote: '"' | "'" | undefined;
  /** The key has its colon already. */
  readonly colon: boolean;
  /** Lines below belong to it already. */
  readonly body: boolean;
}

export function placeAt(doc: Lines, offset: number): Place {
  const number = doc.lines.positionAt(offset).line;
  const line = lineAt(doc, number);
  const at = { doc, offset, number, line };
  if (offset > line.comment || (line.blank && line.comment < line.end)) return nothing(offset);
  const [first] = line.parts;
  if (!first) return onPlainLine(at);
  const levels = climb(doc, number, first.column, first.key === undefined);
  const enclosing = outermostFilled(levels);
  if (!enclosing) return onStructure(at, levels);
  const inside = insideValue(at, levels, enclosing);
  if (inside || first.key === undefined) return inside ?? nothing(offset);
  // A key below a value that has ended is indented too far: it belongs beside the key above.
  return onStructure(at, climb(doc, number, enclosing.holder.part.column, enclosing.holder.part.key === undefined));
}

interface At {
  readonly doc: Lines;
  readonly offset: number;
  readonly number: number;
  readonly line: Line;
}

const NOTHING = {
  expects: "nothing",
  path: [],
  typed: "",
  prefix: "",
  suffix: "",
  siblings: new Map<string, string>(),
  items: [],
  flow: false,
  column: 0,
  quote: undefined,
  colon: false,
  body: false,
} as const;

function nothing(offset: number): Place {
  const here = { start: offset, end: offset };
  return { ...NOTHING, word: here, replace: here };
}

/** A line with no more than white space or one word on it, which may be the beginning of a key. */
function onPlainLine(at: At): Place {
  const { doc, offset, number, line } = at;
  const word = { start: line.value.start, end: line.value.end };
  if (!line.blank && (offset < word.start || offset > word.end)) return nothing(offset);
  const next = nextLine(doc, number);
  const written = line.blank ? columnAt(doc.text, line.start, offset) : line.indent;
  let column = written;
  let list = false;
  if (line.blank && next && (next.indent > column || (next.indent === column && isDashed(next)))) {
    column = next.indent;
    list = isDashed(next);
  }
  for (let tries = 0; ; tries++) {
    const levels = climb(doc, number, column, list);
    const enclosing = outermostFilled(levels);
    if (enclosing) {
      const inside = insideValue(at, levels, enclosing);
      if (inside || !line.blank) return inside ?? nothing(offset);
    }
    const better = enclosing
      ? { column: enclosing.holder.part.column, list: enclosing.holder.part.key === undefined }
      : childrenOf(levels[0], line.blank || (next && next.indent <= column) ? next : undefined);
    const fits = !better || (better.column === column && better.list === list) || tries > 3;
    if (fits && (!list || better || levels[0]?.index)) return plainPlace(at, levels, written, better !== undefined);
    if (fits) return nothing(offset);
    ({ column, list } = better);
  }
}

/** How what is already held by the same key is written; undefined where it holds nothing yet. */
function childrenOf(level: Level | undefined, next: Line | undefined): { column: number; list: boolean } | undefined {
  if (!level) return undefined;
  if (level.list && level.index > 0) return { column: level.column, list: true };
  if (level.firstChild) return level.firstChild;
  const least = level.holder ? level.holder.part.column + 1 : 0;
  if (!next || next.indent < (isDashed(next) ? least - 1 : least)) return undefined;
  if (next.parts.length === 0) return undefined;
  return { column: next.indent, list: isDashed(next) };
}

function plainPlace(at: At, levels: readonly Level[], written: number, hasChildren: boolean): Place {
  const { doc, offset, number, line } = at;
  const level = levels[0] as Level;
  const { column, list } = level;
  const word = line.blank ? { start: offset, end: offset } : { start: line.value.start, end: line.value.end };
  const indentation = doc.text.slice(line.start, word.start);
  const moved = column !== written || indentation.includes("\t");
  const siblings = new Map(level.siblings);
  const items = [...level.items];
  addBelow(doc, number, column, { siblings, items });
  const next = nextLine(doc, number);
  return {
    ...NOTHING,
    expects: list ? "item" : hasChildren || !level.holder ? "key" : "anything",
    path: list ? [...pathOf(levels), level.index] : pathOf(levels),
    typed: doc.text.slice(word.start, offset),
    word,
    replace: moved ? { start: line.start, end: word.end } : word,
    prefix: moved ? " ".repeat(column) : "",
    siblings,
    items: items.filter((item) => item !== ""),
    column,
    body: !line.blank && next !== undefined && next.indent > column,
  };
}

function isDashed(line: Line): boolean {
  return line.parts.length > 0 && line.parts[0]?.key === undefined;
}

type Filled = Level & { readonly holder: NonNullable<Level["holder"]> };

/** The outermost holder that has a value on its own line: what is indented below it is part of that value. */
function outermostFilled(levels: readonly Level[]): Filled | undefined {
  return levels.findLast((level): level is Filled => level.holder?.filled === true);
}

/** A place inside a value that began on a line above; undefined where that value has ended before. */
function insideValue({ doc, offset }: At, levels: readonly Level[], enclosing: Filled): Place | undefined {
  const { holder } = enclosing;
  const { start } = holder.line.value;
  const opening = doc.text[start];
  const limit = endOfBody(doc, holder.number, holder.part.column);
  if (opening === "{" || opening === "[") {
    const path = pathOf(levels.slice(levels.indexOf(enclosing)));
    return flowPlace(doc, { start, limit, path, offset, column: holder.part.column });
  }
  if (opening === '"' || opening === "'") {
    return quoteEnd(doc.text, start, opening, limit) > offset ? nothing(offset) : undefined;
  }
  return opening === "|" || opening === ">" ? nothing(offset) : undefined;
}

/** A line with a dash or a key on it. */
function onStructure(at: At, levels: readonly Level[]): Place {
  const { doc, offset, number, line } = at;
  const path = pathOf(levels);
  const last = line.parts.at(-1);
  for (const part of line.parts) {
    const isFirst = part === line.parts[0];
    const siblings = new Map(isFirst ? levels[0]?.siblings : []);
    if (part.key !== undefined && offset >= part.start && offset <= part.end) {
      addBelow(doc, number, part.column, { siblings, items: [] });
      const word = { start: part.start, end: part.end };
      const quote = doc.text[part.start] === '"' ? '"' : doc.text[part.start] === "'" ? "'" : undefined;
      const typed = doc.text.slice(part.start + (quote && offset > part.start ? 1 : 0), offset);
      const common = { ...NOTHING, path, typed, word, replace: word, siblings, column: part.column };
      return { ...common, expects: "key", colon: true, quote, body: true };
    }
    if (offset < part.end || (part.key !== undefined && offset <= part.end)) return nothing(offset);
    path.push(part.key ?? (isFirst ? (levels[0]?.index ?? 0) : 0));
    if (part === last) break;
  }
  if (!last || offset <= last.end - (last.key === undefined ? 1 : 0)) return nothing(offset);
  return inValue(at, levels, path);
}

/** Behind the last dash or the colon of a line. */
function inValue(at: At, levels: readonly Level[], path: readonly (string | number)[]): Place {
  const { doc, offset, number, line } = at;
  const { start, end, column } = line.value;
  const last = line.parts.at(-1);
  const opening = start < end ? doc.text[start] : undefined;
  const base = last?.column ?? 0;
  if (offset > start && (opening === "{" || opening === "[")) {
    const limit = endOfBody(doc, number, base);
    return flowPlace(doc, { start, limit, path, offset, column: base }) ?? nothing(offset);
  }
  if (opening && /[|>&*!]/.test(opening)) return nothing(offset);
  const quote = offset > start && (opening === '"' || opening === "'") ? opening : undefined;
  if (quote) {
    const close = quoteEnd(doc.text, start, quote, line.end);
    if (offset >= close && close > start + 1 && doc.text[close - 1] === quote) return nothing(offset);
  }
  const next = nextLine(doc, number);
  const dash = last?.key === undefined;
  const siblings = new Map(dash || line.parts.length > 1 ? [] : levels[0]?.siblings);
  const items = dash ? [...(levels[0]?.items ?? [])] : [];
  addBelow(doc, number, dash ? column : base, { siblings, items: [] });
  if (dash) addBelow(doc, number, base, { siblings: new Map(), items });
  const empty = start === end;
  const word = { start: empty ? offset : Math.min(offset, start), end: empty ? offset : Math.max(end, offset) };
  const tight = doc.text[offset - 1] === ":" || doc.text[offset - 1] === "-" ? " " : "";
  return {
    ...NOTHING,
    expects: dash ? (siblings.size > 0 ? "key" : "anything") : "value",
    path,
    typed: doc.text.slice(Math.min(start + (quote ? 1 : 0), offset), offset).trimStart(),
    word,
    replace: word,
    prefix: word.start === offset ? tight : "",
    siblings,
    items: items.filter((item) => item !== ""),
    column,
    quote,
    body:
      start === end &&
      !(dash && siblings.size > 0) &&
      next !== undefined &&
      (next.indent > base || (!dash && next.indent === base && isDashed(next))),
  };
}

interface Flow {
  readonly start: number;
  readonly limit: number;
  readonly path: readonly (string | number)[];
  readonly offset: number;
  readonly column: number;
}

function flowPlace(doc: Lines, { start, limit, path, offset, column }: Flow): Place | undefined {
  const found = placeInFlow(doc.text, start, offset, limit);
  if (!found) return undefined;
  const opening = doc.text[found.start];
  if ((opening === "{" || opening === "[") && found.start < offset) return nothing(offset);
  const onKey = found.inMap && found.key === undefined;
  const step = found.inMap ? found.key : found.index;
  const before = doc.text[offset - 1];
  const tight = before === ":" || before === "," || (before === "{" && found.start === offset);
  const word = { start: found.start, end: found.end };
  return {
    ...NOTHING,
    expects: onKey ? "key" : "value",
    path: onKey || step === undefined ? [...path, ...found.path] : [...path, ...found.path, step],
    typed: doc.text.slice(found.start + (found.quote ? 1 : 0), offset),
    word,
    replace: word,
    prefix: tight && found.start === offset ? " " : "",
    suffix: !found.crowded ? "" : doc.text[offset] === " " ? "," : ", ",
    siblings: found.siblings,
    items: found.items,
    flow: true,
    column,
    quote: found.quote,
    colon: found.colon,
  };
}
