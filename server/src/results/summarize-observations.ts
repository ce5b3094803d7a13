import { calendarOf, type Day, daysInMonth, formatDay, parseDay } from "../base/date.ts";
import { code, listOf, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { CsvReader, type CsvRecord } from "./csv-reader.ts";
import { type DecimalMark, decimalMarkIn, readDay, readGroup, readNumber } from "./read-cell.ts";
import { GROUPS, type Group } from "./result-columns.ts";

/** What a column of raw observations may be mapped to. `date` is the day of one observation. */
export const FIELDS = ["point", "measure", "group", "date", "from", "to", "value", "n", "events", "exposure"] as const;

export type Field = (typeof FIELDS)[number];

/** What is known of a measure to which observations belong. */
export interface ObservedMeasure {
  readonly kind: "proportion" | "mean" | "rate";
  /** By what its values are divided to become shares or events per unit of exposure. */
  readonly scale: number;
}

export interface SummarizeOptions {
  /** Column names by field. */
  readonly map: ReadonlyMap<Field, string>;
  /** Values for all rows where no column is mapped. */
  readonly fixed: {
    readonly point?: string;
    readonly measure?: string;
    readonly group?: Group;
    readonly from?: Day;
    readonly to?: Day;
  };
  /** What the words in the column of groups mean; without them they are `trained`, `comparison`, `all`. */
  readonly groups: ReadonlyMap<string, Group>;
  /** A row for each calendar month; the month of the launch is split in two. */
  readonly byMonth: boolean;
  readonly launch: Day | undefined;
  measure(id: string): ObservedMeasure | Message;
  hasPoint(id: string): boolean;
}

/** A row of results made of observations; numbers as they will be written. */
export interface MadeRow {
  readonly point: string;
  readonly measure: string;
  readonly group: Group;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly n: number;
  readonly sd: number | undefined;
}

export interface Summarized {
  readonly rows: readonly MadeRow[];
  /** With the line, counted from 1. At most `MOST_PROBLEMS`. */
  readonly problems: readonly Message[];
  readonly observations: number;
  /** Observations without a value. */
  readonly empty: number;
}

const MOST_PROBLEMS = 10;

/** Rows that can be made: more come of a column that was mapped by mistake. */
const MOST_ROWS = 10_000;

/** Counts, means and spreads of raw observations, in one pass and without keeping them. Never throws. */
export function summarizeObservations(pieces: Iterable<string>, options: SummarizeOptions): Summarized {
  const summarizer = new Summarizer(options);
  const reader = new CsvReader((record) => summarizer.take(record, reader.separator ?? ","));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return summarizer.finish();
}

interface Bucket {
  readonly point: string;
  readonly measure: string;
  readonly group: Group;
  readonly about: ObservedMeasure;
  from: Day;
  to: Day;
  /** Cases or exposure. */
  n: number;
  /** Weighted sum of shares, or events. */
  sum: number;
  mean: number;
  /** Squared distances from the mean (Welford 1962). */
  squares: number;
}

class Summarizer {
  readonly #options: SummarizeOptions;
  readonly #buckets = new Map<string, Bucket>();
  readonly #problems: Message[] = [];
  #places: ReadonlyMap<Field, number> | undefined;
  #decimal: DecimalMark | undefined;
  #count = 0;
  #empty = 0;

  constructor(options: SummarizeOptions) {
    this.#options = options;
  }

  take({ cells, line }: CsvRecord, separator: string): void {
    if (this.#problems.length >= MOST_PROBLEMS) return;
    if (!this.#places) {
      this.#places = this.#placesIn(cells.map(({ text }) => text));
      return;
    }
    this.#count++;
    const text = (field: Field): string | undefined => {
      const place = this.#places?.get(field);
      return place === undefined ? undefined : (cells[place]?.text ?? "");
    };
    const problem = this.#add(text, separator);
    if (problem) this.#problems.push(say`Line ${line + 1}: ${problem}`);
  }

  finish(): Summarized {
    if (!this.#places) this.#problems.push(say`The file is empty.`);
    else if (this.#count === 0) this.#problems.push(say`The file has a header and no rows.`);
    return {
      rows: this.#problems.length > 0 ? [] : [...this.#buckets.values()].map(rowOf).sort(inOrder),
      problems: this.#problems,
      observations: this.#count,
      empty: this.#empty,
    };
  }

  #placesIn(header: readonly string[]): ReadonlyMap<Field, number> {
    const places = new Map<Field, number>();
    const lower = header.map((name) => name.toLowerCase());
    for (const [field, name] of this.#options.map) {
      const place = header.includes(name) ? header.indexOf(name) : lower.indexOf(name.toLowerCase());
      if (place >= 0) places.set(field, place);
      else {
        const meant = nearest(name, header);
        const problem = say`No column is named ${code(name)} (for ${code(field)}).`;
        this.#problems.push(
          meant ? say`${problem} Did you mean ${code(meant)}?` : say`${problem} There are ${listOf(header)}.`,
        );
      }
    }
    return places;
  }

  #add(text: (field: Field) => string | undefined, separator: string): Message | undefined {
    const { fixed, groups, byMonth, launch } = this.#options;
    const point = text("point") ?? fixed.point ?? "";
    if (!this.#options.hasPoint(point)) return say`${code(point)} is no measurement point of the program.`;
    const measure = text("measure") ?? fixed.measure ?? "";
    const about = this.#options.measure(measure);
    if ("key" in about) return about;
    const group = this.#groupOf(text("group"), fixed.group ?? "trained", groups);
    if (typeof group !== "string") return group;
    const window = windowOf(text, fixed, byMonth, launch);
    if ("key" in window) return window;
    const number = (field: Field): number | undefined | Message => {
      const written = text(field);
      if (written === undefined || written === "") return undefined;
      const word = about.kind === "proportion" && field === "value" ? YES_OR_NO.get(written.toLowerCase()) : undefined;
      if (word !== undefined) return word;
      const read = readNumber(field, written, { separator, decimal: this.#decimal });
      if (!("value" in read)) return read.message;
      this.#decimal ??= decimalMarkIn(written);
      return read.value;
    };
    const key = [point, measure, group, byMonth ? formatDay(window.from) : ""].join("\u0000");
    const bucket = this.#buckets.get(key) ?? {
      point,
      measure,
      group,
      about,
      ...window,
      n: 0,
      sum: 0,
      mean: 0,
      squares: 0,
    };
    const problem = about.kind === "rate" ? this.#addEvents(bucket, number) : this.#addCase(bucket, number);
    if (problem === "empty") {
      this.#empty++;
      return undefined;
    }
    if (problem) return problem;
    bucket.from = Math.min(bucket.from, window.from);
    bucket.to = Math.max(bucket.to, window.to);
    this.#buckets.set(key, bucket);
    return this.#buckets.size > MOST_ROWS
      ? say`This makes more than ${MOST_ROWS} rows of results; check the mapping.`
      : undefined;
  }

  #groupOf(written: string | undefined, otherwise: Group, groups: ReadonlyMap<string, Group>): Group | Message {
    if (written === undefined) return otherwise;
    const known = groups.get(written);
    if (known) return known;
    const read = readGroup(written);
    if ("value" in read) return read.value;
    return say`${code(written)} is no group; say what it is with ${code(`--groups "${written}=trained"`)}.`;
  }

  /** A case, or several cases with their share. */
  #addCase(bucket: Bucket, number: (field: Field) => number | undefined | Message): Message | "empty" | undefined {
    const value = number("value");
    const n = number("n");
    if (value === undefined) return "empty";
    if (typeof value !== "number") return value;
    if (n !== undefined && typeof n !== "number") return n;
    const { kind, scale } = bucket.about;
    if (n !== undefined && kind === "mean")
      return say`A mean is made of single cases; leave out ${code("n=…")}, and each row counts as one.`;
    if (n === undefined && kind === "proportion" && value !== 0 && value !== 1)
      return say`${code(String(value))} is neither yes nor no (1 or 0). Where a row holds the share of a whole team, map its size: ${code("n=…")}.`;
    if (n !== undefined && !(n > 0 && Number.isInteger(n)))
      return say`${code("n")} is ${n}, and has to be a whole number above zero.`;
    if (n !== undefined && (value < 0 || value > scale)) return say`A share is between 0 and ${scale}, not ${value}.`;
    const weight = n ?? 1;
    bucket.n += weight;
    if (kind === "proportion") {
      bucket.sum += n === undefined ? value : (value / scale) * n;
      return undefined;
    }
    const away = value - bucket.mean;
    bucket.mean += away / bucket.n;
    bucket.squares += away * (value - bucket.mean);
    return undefined;
  }

  /** Events and the exposure in which they happened. */
  #addEvents(bucket: Bucket, number: (field: Field) => number | undefined | Message): Message | "empty" | undefined {
    const [events, exposure] = [number("events"), number("exposure")];
    if (events === undefined || exposure === undefined) return "empty";
    if (typeof events !== "number") return events;
    if (typeof exposure !== "number") return exposure;
    if (!(events >= 0 && Number.isInteger(events)))
      return say`${code("events")} are counted, and ${events} is no count.`;
    if (!(exposure > 0)) return say`${code("exposure")} is ${exposure}, and has to be above zero.`;
    bucket.sum += events;
    bucket.n += exposure;
    return undefined;
  }
}

const YES_OR_NO: ReadonlyMap<string, number> = new Map([
  ["yes", 1],
  ["true", 1],
  ["y", 1],
  ["no", 0],
  ["false", 0],
  ["n", 0],
]);

function windowOf(
  text: (field: Field) => string | undefined,
  fixed: SummarizeOptions["fixed"],
  byMonth: boolean,
  launch: Day | undefined,
): { from: Day; to: Day } | Message {
  const date = text("date");
  if (date !== undefined && (byMonth || fixed.from === undefined || fixed.to === undefined)) {
    const day = parseDay(date.slice(0, 10));
    if (day === undefined) {
      const read = readDay("date", date);
      return "message" in read ? read.message : say`${code(date)} is no day.`;
    }
    if (!byMonth) return { from: fixed.from ?? day, to: fixed.to ?? day };
    const { year, month, day: number } = calendarOf(day);
    const [first, last] = [day - number + 1, day - number + daysInMonth(year, month)];
    if (launch === undefined || launch <= first || launch > last) return { from: first, to: last };
    return day < launch ? { from: first, to: launch - 1 } : { from: launch, to: last };
  }
  const [from, to] = [text("from"), text("to")].map((written) =>
    written === undefined ? undefined : parseDay(written),
  );
  const window = { from: from ?? fixed.from, to: to ?? fixed.to };
  if (window.from === undefined || window.to === undefined)
    return say`It is not known when this was measured; give ${code("--from")} and ${code("--to")}, or map a column to ${code("date")}.`;
  return { from: window.from, to: window.to };
}

function rowOf({ point, measure, group, from, to, about, n, sum, mean, squares }: Bucket): MadeRow {
  const base = { point, measure, group, from, to, n: short(n) };
  if (about.kind !== "mean") return { ...base, value: short((sum / n) * about.scale), sd: undefined };
  return { ...base, value: short(mean), sd: n > 1 ? short(Math.sqrt(squares / (n - 1))) : undefined };
}

/** By point and measure, then by time, then by group. */
function inOrder(a: MadeRow, b: MadeRow): number {
  const [first, second] = [a, b].map(({ point, measure }) => `${point} ${measure}`);
  if (first !== second) return (first ?? "") < (second ?? "") ? -1 : 1;
  return a.from - b.from || GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group);
}

/** Six digits that count: more than any measurement has. */
function short(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}
