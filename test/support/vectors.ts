// Runs a folder of reference vectors (laid out like test/vectors) against the analysis functions.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Answer, type Row, toNumber } from "../unit/analysis/answers/cell.ts";
import { dist } from "../unit/analysis/answers/distributions.ts";
import { forecast_tornado, forecasts } from "../unit/analysis/answers/forecasts.ts";
import { adjust, mde, power, required_n } from "../unit/analysis/answers/planning.ts";
import { did, eval_raw } from "../unit/analysis/answers/raw.ts";
import { its, its_power, staggered, stepped_power } from "../unit/analysis/answers/series.ts";
import { eval_summary } from "../unit/analysis/answers/summaries.ts";

/** What answers the rows of each table. */
const answers: Record<string, Answer> = {
  required_n,
  power,
  mde,
  eval_summary,
  eval_raw,
  did,
  its,
  its_power,
  stepped_power,
  staggered,
  adjust,
  dist,
  forecast: forecasts,
  forecast_tornado,
};

/** How one table did. `worst` is the largest error as a share of what is allowed. */
export interface TableReport {
  readonly table: string;
  readonly rows: number;
  readonly within: number;
  readonly worst: number;
  readonly misses: readonly string[];
}

/** Every table of `answers` that exists in `folder`. */
export function checkVectors(folder: string): TableReport[] {
  return Object.entries(answers)
    .filter(([table]) => existsSync(path.join(folder, `${table}.csv`)))
    .map(([table, answer]) => checkTable(folder, table, answer));
}

function checkTable(folder: string, table: string, answer: Answer): TableReport {
  const rows = readCsv(path.join(folder, `${table}.csv`));
  const parents = table === "forecast_tornado" ? readCsv(path.join(folder, "forecast.csv")) : [];
  const data = new Map<string, Row[]>();
  const dataOf = (name: string) => {
    const rows = data.get(name) ?? readCsv(path.join(folder, "raw", name));
    data.set(name, rows);
    return rows;
  };
  const misses: string[] = [];
  let worst = 0;
  let within = 0;
  for (const row of rows) {
    const errors = Object.entries(answer(row, row.dataset ? dataOf(row.dataset) : parents)).map(([column, given]) => ({
      column,
      error: compare(row[column] ?? "", given.value, given),
      said: `${given.value} instead of ${row[column]}`,
    }));
    if (errors.length === 0) errors.push({ column: "method", error: Infinity, said: "no such method" });
    const bad = errors.filter(({ error }) => !(error <= 1));
    worst = Math.max(worst, ...errors.map(({ error }) => error));
    if (bad.length === 0) within++;
    for (const { column, said } of bad)
      misses.push(`${row.id ?? row.forecast_id} ${row.method ?? ""} ${column}: ${said}`);
  }
  return { table, rows: rows.length, within, worst, misses };
}

function compare(expected: string, value: number | string | undefined, { rel = 0, abs = 0 }): number {
  if (expected === "") return 0;
  if (typeof value === "string") return value === expected ? 0 : Infinity;
  const reference = toNumber(expected);
  if (value === undefined || Number.isNaN(value)) return Infinity;
  if (value === reference) return 0;
  const allowed = Math.max(abs, rel * Math.abs(reference));
  return allowed === 0 ? Infinity : Math.abs(value - reference) / allowed;
}

/** Rows of a CSV with a header, quoted cells allowed. */
function readCsv(file: string): Row[] {
  const [header = [], ...lines] = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map(cellsOf);
  return lines.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ""])));
}

function cellsOf(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** Prints the reports and says with the exit code how it went: 0 all within tolerance, 1 some not, 2 no tables. */
export function run(folder: string, print: (line: string) => void): number {
  const reports = checkVectors(folder);
  for (const { table, rows, within, worst, misses } of reports) {
    print(
      `${table.padEnd(18)} ${String(within).padStart(4)} of ${String(rows).padStart(4)}   worst ${worst.toExponential(1)} of the tolerance`,
    );
    for (const miss of misses) print(`    ${miss}`);
  }
  if (reports.length === 0) return 2;
  return reports.every(({ rows, within }) => rows === within) ? 0 : 1;
}
