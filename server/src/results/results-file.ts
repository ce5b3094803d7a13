import type { Day } from "../base/date.ts";
import type { Finding } from "../base/finding.ts";
import type { Span } from "../base/span.ts";
import type { Column, Group } from "./result-columns.ts";

/** What a file of results says, as far as it can be read. Immutable. */
export interface ResultsFile {
  readonly uri: string;
  readonly rows: readonly ResultRow[];
  /** What is wrong with its form; at most `MAX_PROBLEMS`. */
  readonly problems: readonly ResultsProblem[];
  /** Rows below the header that hold something, those that are not kept too. */
  readonly rowCount: number;
  /** Of these, rows that repeat an earlier one and are not kept for it (`MAX_REPEATS`). */
  readonly repeats: number;
  /** There are more different rows than are kept: nothing can be concluded from those that are. */
  readonly isCut: boolean;
  /** Where to report what the file lacks: its header, or its very start. */
  readonly head: Span;
  /** Columns that the header names. */
  readonly columns: ReadonlySet<Column>;
  /** The lines that are kept of a text that is too long to keep. */
  readonly keptLines: readonly KeptLine[];
}

export interface KeptLine {
  /** Counted from 0. */
  readonly line: number;
  readonly start: number;
  readonly text: string;
}

/** One measured value. What a cell does not hold, or holds in a form that cannot be read, is undefined. */
export interface ResultRow {
  readonly span: Span;
  readonly line: number;
  readonly point: ResultCell<string> | undefined;
  readonly measure: ResultCell<string> | undefined;
  readonly group: ResultCell<Group> | undefined;
  readonly from: ResultCell<Day> | undefined;
  readonly to: ResultCell<Day> | undefined;
  readonly value: ResultCell<number> | undefined;
  readonly n: ResultCell<number> | undefined;
  readonly sd: ResultCell<number> | undefined;
  /** Columns whose cell cannot be read: it has been said, and nobody says that they are missing. */
  readonly wrong: ReadonlySet<Column>;
}

/** What makes two rows say the same thing twice. */
export function keyOfRow({
  point,
  measure,
  group,
  from,
  to,
}: Pick<ResultRow, "point" | "measure" | "group" | "from" | "to">): string {
  return [point, measure, group, from, to].map((cell) => cell?.value ?? "").join("\u0000");
}

export interface ResultCell<T> {
  readonly value: T;
  readonly span: Span;
}

/** A finding that needs no rule to find it; `rule` names the page that explains it. */
export interface ResultsProblem extends Finding {
  readonly rule: "malformed-results" | "unreadable-cell";
}

/** Rows that are kept. More have their form checked and are counted; nobody measures so often. */
export const MAX_ROWS = 50_000;

/** Rows that are kept though they repeat another one (`keyOfRow`): enough to show where. */
export const MAX_REPEATS = 1000;

/** Problems of one file that are said one by one. */
export const MAX_PROBLEMS = 100;

/** Whether a file of that name is taken for a table of results. */
export function isResultsName(uri: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(uri);
}
