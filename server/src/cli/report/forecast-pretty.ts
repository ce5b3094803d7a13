import type { MoneyForecast } from "../../appraisal/forecast.ts";
import { type Derived, money, type NotKnown } from "../../appraisal/forecast-figure.ts";
import type { Odds } from "../../appraisal/forecast-odds.ts";
import {
  assumptionsOf,
  breakEvenLine,
  frameOf,
  inDigits,
  inMoney,
  percent,
  whyNot,
} from "../../appraisal/forecast-words.ts";
import { type Message, say } from "../../base/message.ts";
import { displayWidth, visible } from "../terminal/display.ts";
import type { Paint } from "../terminal/paint.ts";
import { type ForecastReport, plainText } from "./forecast-report.ts";

/** For people at a terminal: per program the numbers with their working, the odds, and what has to be said with them. */
export function forecastPretty(reports: readonly ForecastReport[], paint: Paint): string {
  return reports.map((report) => `${programText(report, paint)}\n`).join("\n");
}

function programText({ file, title, status, result }: ForecastReport, paint: Paint): string {
  const head = `${paint.underline(visible(file))}\n${paint.bold(visible(title))} ${paint.dim(`(${status})`)}`;
  if (result.kind === "none") return `${head}\n\n  ${text(say`No forecast: ${result.because}.`)}`;
  const { forecast, odds } = result;
  const blocks = [
    `  ${text(frameOf(forecast))}`,
    section(text(say`At likely values`), numberRows(forecast), paint),
    forecast.metrics.map((metric) => `  ${text(breakEvenLine(metric))}.`).join("\n"),
    oddsText(odds, forecast.currency, paint),
    section(text(say`Costs`), costRows(forecast), paint),
    [
      `  ${paint.bold(`${text(say`To be said with it`)}:`)}`,
      ...assumptionsOf(forecast).map((each) => `  - ${text(each)}`),
    ].join("\n"),
  ];
  return [head, ...blocks.filter((block) => block !== "")].join("\n\n");
}

function numberRows({ benefit, cost, net, bcr, roi, payback, currency, metrics }: MoneyForecast): Row[] {
  const own = metrics.length > 1 ? metrics : [];
  return [
    ...own.map(({ id, benefit: part }): Row => [text(say`Benefit of ${id}`), inMoney(part, currency), part]),
    [text(say`Benefit`), inMoney(benefit, currency), benefit],
    [text(say`Cost`), inMoney(cost, currency), cost],
    [text(say`Net`), inMoney(net, currency), net],
    ["BCR", inDigits(bcr), bcr],
    ["ROI", inDigits(roi, "%"), roi],
    [text(say`Payback`), inDigits(payback, "months"), payback],
  ];
}

function costRows({ costs, currency }: MoneyForecast): Row[] {
  return costs.map(({ category, amount }) => [category, inMoney(amount, currency), amount]);
}

type Row = readonly [name: string, value: Message, from: Derived];

function section(title: string, rows: readonly Row[], paint: Paint): string {
  if (rows.length === 0) return "";
  const lines = columns(
    rows.map(([name, value, from]) => [visible(name), text(value), from.kind === "figure" ? text(from.working) : ""]),
    (cell, column) => (column === 2 ? paint.dim(cell) : cell),
  );
  return [`  ${paint.bold(`${title}:`)}`, ...lines].join("\n");
}

function oddsText(odds: NotKnown | Odds, currency: string | undefined, paint: Paint): string {
  const title = `  ${paint.bold(`${text(say`What may happen`)}:`)}`;
  if (odds.kind === "not-estimable") return `${title}\n  ${text(say`The range is ${whyNot(odds)}.`)}`;
  const worth = (value: number) => text(money(value, currency));
  const rows = columns([
    ["", "P10", "P50", "P90"],
    [text(say`Net`), worth(odds.net.p10), worth(odds.net.p50), worth(odds.net.p90)],
    [text(say`Benefit`), worth(odds.benefit.p10), worth(odds.benefit.p50), worth(odds.benefit.p90)],
  ]);
  const chance = `  ${text(say`Chance of paying back: ${percent(odds.chanceOfPayback)}. Mean of net: ${money(odds.mean, currency)}.`)}`;
  const drivers = columns(
    odds.drivers.map(({ name, low, high, netAtLow, netAtHigh }) => [
      text(name),
      text(say`${low} … ${high}`),
      `${worth(netAtLow)} … ${worth(netAtHigh)}`,
    ]),
  );
  return [
    title,
    ...rows,
    chance,
    "",
    `  ${paint.bold(`${text(say`What drives it (net at the low … at the high end)`)}:`)}`,
    ...drivers,
  ].join("\n");
}

/** Cells below each other, as wide as the widest of their column. */
function columns(
  rows: readonly (readonly string[])[],
  paintCell: (cell: string, column: number) => string = (cell) => cell,
): string[] {
  const widths = (rows[0] ?? []).map((_, column) => {
    const cells = rows.map((row) => displayWidth(row[column] ?? ""));
    return Math.min(48, Math.max(...cells));
  });
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const space = " ".repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
      return column === row.length - 1 ? paintCell(cell, column) : `${paintCell(cell, column)}${space}`;
    });
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

function text(message: Message): string {
  return visible(plainText(message));
}
