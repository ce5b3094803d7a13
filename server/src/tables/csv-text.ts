import { CsvReader, type CsvRecord } from "../results/csv-reader.ts";
import { type Cell, cellText } from "./cell.ts";
import type { PlanTable } from "./plan-tables.ts";
import { PROGRAM_COLUMN } from "./table-shape.ts";
import { addressOf, type TableCell, type TableText } from "./table-text.ts";

export type CsvSeparator = "," | ";";

/**
 * A table as separated values (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. With semicolons,
 * numbers have a decimal comma, as spreadsheets expect where that is written. A text that a spreadsheet would take for
 * a formula has an apostrophe before it.
 */
export function csvOf({ shape, rows }: PlanTable, separator: CsvSeparator): string {
  const header = [PROGRAM_COLUMN, ...shape.keys, ...shape.columns.map(({ name }) => name)];
  const lines = rows.map(({ program, keys, cells }) => [
    guarded(program),
    ...keys.map(guarded),
    ...cells.map((cell) => textOf(cell, separator)),
  ]);
  const all = [header, ...lines].map((line) => line.map((text) => quotedWhere(text, separator)).join(separator));
  return `\ufeff${all.join("\r\n")}\r\n`;
}

function textOf(cell: Cell, separator: CsvSeparator): string {
  if (cell.kind !== "number") return guarded(cellText(cell));
  return separator === ";" ? String(cell.number).replace(".", ",") : String(cell.number);
}

const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quotedWhere(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n;,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads separated values that a spreadsheet has saved. Undefined where there is no header; `unclosed` where a quote stays open. */
export function readCsv(name: string, text: string): { table: TableText | undefined; unclosed: string | undefined } {
  const records: { record: CsvRecord; row: number }[] = [];
  let expected = 0;
  let row = -1;
  const reader = new CsvReader((record) => {
    row += 1 + record.line - expected;
    expected = record.line + record.text.split(/\r\n|\r|\n/).length;
    records.push({ record, row });
  });
  reader.push(text);
  reader.end();
  const decimal = decimalOf(records, reader.separator);
  const [header, ...rows] = records.map(({ record, row: at }) =>
    record.cells.map(
      (cell, column): TableCell => ({
        address: addressOf(at, column),
        text: FORMULA.test(cell.text) && cell.text.startsWith("'") ? cell.text.slice(1) : cell.text,
        decimal,
      }),
    ),
  );
  const open = records.find(({ record }) => record.unclosed !== undefined);
  return { table: header && { name, header, rows }, unclosed: open && addressOf(open.row, 0) };
}

/** How numbers are written in it: what its unmistakable ones show, else what goes with the separator. */
function decimalOf(records: readonly { record: CsvRecord }[], separator: string | undefined): "." | "," {
  if (separator === ",") return ".";
  const texts = records.flatMap(({ record }) => record.cells.map(({ text }) => text));
  const hasComma = texts.some((text) => /^-?(\d+,(\d{1,2}|\d{4,})|0,\d+)$/.test(text));
  const hasPoint = texts.some((text) => /^-?(\d+\.(\d{1,2}|\d{4,})|0\.\d+)$/.test(text));
  if (hasComma !== hasPoint) return hasComma ? "," : ".";
  return separator === ";" ? "," : ".";
}
