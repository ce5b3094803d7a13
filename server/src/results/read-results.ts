import type { Day } from "../base/date.ts";
import type { Finding } from "../base/finding.ts";
import { code, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import type { Block, Span } from "../base/span.ts";
import { type CsvCell, CsvReader, type CsvRecord } from "./csv-reader.ts";
import { decimalMarkIn, type NumberStyle, type Read, readDay, readGroup, readNumber } from "./read-cell.ts";
import { COLUMNS, type Column, isColumn, OPTIONAL_COLUMNS } from "./result-columns.ts";
import {
  type KeptLine,
  keyOfRow,
  MAX_PROBLEMS,
  MAX_REPEATS,
  MAX_ROWS,
  type ResultCell,
  type ResultRow,
  type ResultsFile,
  type ResultsProblem,
} from "./results-file.ts";

/**
 * Reads a table of results from its text, given whole or in pieces. Everything is read and checked for its form; at most
 * `MAX_ROWS` rows are kept, and few of those that repeat another. `keepLines` keeps the text of these and of lines with problems, for a text that nobody else
 * keeps. Never throws.
 */
export function readResults(uri: string, pieces: Iterable<string>, keepLines = false): ResultsFile {
  const table = new Table(uri, keepLines);
  const reader = new CsvReader((record) => table.take(record, reader.separator ?? ","));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return table.finish();
}

const NONE: ReadonlySet<Column> = new Set();

function readWord(text: string): Read<string> {
  return { value: text };
}

class Table {
  readonly #uri: string;
  readonly #block: Block;
  readonly #keepLines: boolean;
  readonly #rows: ResultRow[] = [];
  readonly #problems: ResultsProblem[] = [];
  readonly #kept: KeptLine[] = [];
  readonly #keys = new Set<string>();
  #untold = 0;
  #count = 0;
  #keptRepeats = 0;
  #repeats = 0;
  #isCut = false;
  #head: Span;
  #places: ReadonlyMap<Column, number> | undefined;
  #width = 0;
  #style: NumberStyle = { separator: ",", decimal: undefined };
  readonly #days = new Map<string, Read<Day>>();

  constructor(uri: string, keepLines: boolean) {
    this.#uri = uri;
    this.#block = { uri };
    this.#keepLines = keepLines;
    this.#head = this.#span(0, 0);
  }

  take(record: CsvRecord, separator: string): void {
    const before = this.#problems.length;
    const isHead = this.#places === undefined;
    if (isHead) this.#style = { separator, decimal: undefined };
    if (isHead) this.#takeHead(record);
    else this.#takeRow(record);
    const isKept = isHead || this.#problems.length > before || this.#rows.at(-1)?.line === record.line;
    if (this.#keepLines && isKept) this.#kept.push({ line: record.line, start: record.start, text: record.text });
  }

  finish(): ResultsFile {
    if (this.#places === undefined) {
      this.#say("malformed-results", {
        span: this.#head,
        message: say`This file is empty.`,
        help: say`Its first line names the columns: ${code(COLUMNS.join(","))}. Below it stands one row per point, measure and group.`,
      });
    }
    if (this.#isCut) {
      this.#say("malformed-results", {
        span: this.#head,
        message: say`This file has ${this.#count} rows, more than the ${MAX_ROWS} different ones that are read: nothing is concluded from it.`,
        help: say`Results are one row per point, measure and group. ${code("training-spec results import")} makes them from one row per person, team or month.`,
      });
    }
    if (this.#untold > 0) {
      this.#problems.push({
        rule: "unreadable-cell",
        span: this.#head,
        message: say`Of this file, ${this.#untold} more cells cannot be read.`,
        help: say`They are of the kinds that are reported at single rows: mend these first.`,
      });
    }
    return {
      uri: this.#uri,
      rows: this.#rows,
      problems: this.#problems,
      rowCount: this.#count,
      repeats: this.#repeats,
      isCut: this.#isCut,
      head: this.#head,
      columns: new Set(this.#places?.keys()),
      keptLines: this.#kept,
    };
  }

  #takeHead({ cells, start, text }: CsvRecord): void {
    this.#head = this.#span(start, start + text.length);
    this.#width = cells.length;
    const places = new Map<Column, number>();
    for (const [index, cell] of cells.entries()) {
      const name = cell.text.toLowerCase();
      if (isColumn(name) && places.has(name)) {
        this.#say("malformed-results", {
          span: this.#spanOf(cell),
          message: say`Two columns are named ${code(name)}.`,
          help: say`The first one counts. Remove or rename the other.`,
        });
      } else if (isColumn(name)) places.set(name, index);
    }
    const absent = COLUMNS.filter((column) => !places.has(column));
    for (const [index, cell] of cells.entries()) {
      if (places.get(cell.text.toLowerCase() as Column) === index || isColumn(cell.text.toLowerCase())) continue;
      // `n` is near to every single letter.
      const meant = cell.text.length > 2 ? nearest(cell.text, absent) : undefined;
      if (!meant || !isColumn(meant) || places.has(meant)) continue;
      places.set(meant, index);
      this.#say("malformed-results", {
        span: this.#spanOf(cell),
        message: say`No column is named ${code(cell.text)}. Did you mean ${code(meant)}?`,
        help: say`It is read as ${code(meant)} for now.`,
        ...this.#fix(cell, meant),
      });
    }
    const missing = COLUMNS.filter((column) => !places.has(column) && !OPTIONAL_COLUMNS.has(column));
    if (missing.length > 0) {
      const isHeadless = missing.length > 5;
      this.#say("malformed-results", {
        span: this.#head,
        message: isHeadless
          ? say`The first line does not name the columns.`
          : say`The header lacks ${missing.length === 1 ? say`the column ${code(missing[0] ?? "")}` : say`the columns ${missing.map(code).join(", ")}`}.`,
        help: say`The header is ${code(COLUMNS.join(","))}, in any order.`,
      });
    }
    this.#places = places;
  }

  #takeRow(record: CsvRecord): void {
    this.#count++;
    const { cells, start, text, line } = record;
    if (record.unclosed !== undefined) {
      this.#say("malformed-results", {
        span: this.#span(record.unclosed, start + text.length),
        message: say`A quote opens here and is never closed.`,
        help: say`Remove it, or close it at the end of the value.`,
      });
      return;
    }
    const extra = cells.slice(this.#width).filter((cell) => cell.text !== "");
    if (cells.length < this.#width - 1 || extra.length > 0) {
      this.#say("malformed-results", {
        span: this.#span(start, start + text.length),
        message: say`This row has ${cells.length} cells, and the header names ${this.#width} columns.`,
        help: say`A cell without a value is left empty between two separators; a value that holds a separator stands in quotes.`,
      });
      return;
    }
    let wrong = NONE;
    const cell = <T>(column: Column, read: (text: string, column: Column) => Read<T>): ResultCell<T> | undefined => {
      const found = cells[this.#places?.get(column) ?? -1];
      if (!found || found.text === "") return undefined;
      const made = read(found.text, column);
      const span = this.#spanOf(found);
      if ("value" in made) return { value: made.value, span };
      wrong = new Set([...wrong, column]);
      const fixes = made.to === undefined ? {} : this.#fix(found, made.to);
      this.#say("unreadable-cell", { span, message: made.message, help: made.help, ...fixes });
      return undefined;
    };
    const row = {
      span: this.#span(start, start + text.length),
      line,
      point: cell("point", readWord),
      measure: cell("measure", readWord),
      group: cell("group", readGroup),
      from: cell("from", this.#readDay),
      to: cell("to", this.#readDay),
      value: cell("value", this.#readNumber),
      n: cell("n", this.#readNumber),
      sd: cell("sd", this.#readNumber),
    };
    this.#keep({ ...row, wrong });
  }

  /** Raw data in the place of results repeats a few rows a million times, and the last point may stand at its end. */
  #keep(row: ResultRow): void {
    const key = keyOfRow(row);
    if (row.point && row.measure && row.group && this.#keys.has(key)) {
      if (this.#keptRepeats >= MAX_REPEATS) {
        this.#repeats++;
        return;
      }
      this.#keptRepeats++;
    }
    if (this.#rows.length >= MAX_ROWS) {
      this.#isCut = true;
      return;
    }
    this.#keys.add(key);
    this.#rows.push(row);
  }

  /** The same few days stand in most rows. */
  readonly #readDay = (text: string, column: Column): Read<Day> => {
    const known = this.#days.get(text);
    if (known) return known;
    const made = readDay(column, text);
    if ("value" in made && this.#days.size < 5000) this.#days.set(text, made);
    return made;
  };

  readonly #readNumber = (text: string, column: Column): Read<number> => {
    const made = readNumber(column, text, this.#style);
    if ("value" in made && this.#style.decimal === undefined) {
      const decimal = decimalMarkIn(text);
      if (decimal !== undefined) this.#style = { ...this.#style, decimal };
    }
    return made;
  };

  #say(rule: ResultsProblem["rule"], finding: Finding): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ rule, ...finding });
    else this.#untold++;
  }

  #fix(cell: CsvCell, text: string): Pick<Finding, "fixes"> {
    const title = say`Change to ${code(text)}`;
    return { fixes: [{ title, safe: false, edits: [{ span: this.#spanOf(cell), text }] }] };
  }

  #spanOf({ start, end }: CsvCell): Span {
    return this.#span(start, end);
  }

  #span(start: number, end: number): Span {
    return { block: this.#block, start, end };
  }
}
