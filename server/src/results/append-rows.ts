import { formatDay } from "../base/date.ts";
import { COLUMNS, type Column, isColumn } from "./result-columns.ts";
import type { MadeRow } from "./summarize-observations.ts";

/** What has to be written behind a table so that it holds further rows: in its own columns and its own way of writing. */
export function textToAppend(existing: string | undefined, rows: readonly MadeRow[]): string {
  if (existing === undefined || existing.trim() === "") {
    return `${[COLUMNS.join(","), ...rows.map((row) => lineOf(row, COLUMNS, ",", "."))].join("\n")}\n`;
  }
  const header = /[^\r\n]*/.exec(existing.replace(/^\ufeff?(sep=.[\r\n]+)?/i, ""))?.[0] ?? "";
  const separator = [";", "\t"].find((mark) => header.includes(mark)) ?? ",";
  const names = header.split(separator).map((name) => name.replaceAll('"', "").trim().toLowerCase());
  const decimal = separator !== "," && /(^|[;\t]) *-?\d+,\d+ *(\r?$|[;\t])/m.test(existing) ? "," : ".";
  const eol = existing.includes("\r\n") ? "\r\n" : "\n";
  const lines = rows.map((row) => lineOf(row, names, separator, decimal));
  return `${/[\r\n]$/.test(existing) ? "" : eol}${lines.join(eol)}${eol}`;
}

function lineOf(row: MadeRow, names: readonly string[], separator: string, decimal: string): string {
  return names.map((name) => (isColumn(name) ? quoted(cellOf(row, name, decimal), separator) : "")).join(separator);
}

function cellOf(row: MadeRow, column: Column, decimal: string): string {
  const value = row[column];
  if (value === undefined) return "";
  if (column === "from" || column === "to") return formatDay(Number(value));
  return typeof value === "number" ? String(value).replace(".", decimal) : value;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
