import type { MoneyForecast } from "../../appraisal/forecast.ts";
import type { Derived, NotKnown } from "../../appraisal/forecast-figure.ts";
import { money } from "../../appraisal/forecast-figure.ts";
import type { Odds } from "../../appraisal/forecast-odds.ts";
import {
  assumptionsOf,
  breakEvenLine,
  frameOf,
  inDigits,
  inMoney,
  percent,
  whyNot,
  workingOf,
} from "../../appraisal/forecast-words.ts";
import { type Message, say } from "../../base/message.ts";
import { render } from "../language.ts";
import type { ForecastReport } from "./forecast-report.ts";

/** A page for a meeting: per program the numbers, the working, the odds and what has to be said with them. */
export function forecastMarkdown(reports: readonly ForecastReport[]): string {
  return `${reports.map(programSection).join("\n\n")}\n`;
}

function programSection({ file, title, status, result }: ForecastReport): string {
  const head = `# ${render(say`Forecast`)}: ${escaped(title)}\n\n${code(file)} · ${status}`;
  if (result.kind === "none") return `${head}\n\n${render(say`No forecast: ${result.because}.`)}`;
  const { forecast, odds } = result;
  return [
    head,
    `${escaped(render(frameOf(forecast)))}.`,
    `## ${render(say`At likely values`)}`,
    numbersTable(forecast),
    forecast.metrics.map((metric) => `- ${render(breakEvenLine(metric))}.`).join("\n"),
    `## ${render(say`What may happen`)}`,
    oddsTable(odds, forecast.currency),
    `## ${render(say`Costs`)}`,
    costsTable(forecast),
    `## ${render(say`What has to be said with it`)}`,
    assumptionsOf(forecast)
      .map((each) => `- ${render(each)}`)
      .join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function numbersTable({ benefit, cost, net, bcr, roi, payback, currency, metrics }: MoneyForecast): string {
  const several = metrics.length > 1;
  const rows: (readonly [string, Message, Derived])[] = [
    ...(several
      ? metrics.map(
          ({ id, benefit: own }) => [render(say`Benefit of ${code(id)}`), inMoney(own, currency), own] as const,
        )
      : []),
    [render(say`Benefit`), inMoney(benefit, currency), benefit],
    [render(say`Cost, fully loaded`), inMoney(cost, currency), cost],
    [render(say`Net`), inMoney(net, currency), net],
    [render(say`Benefit-cost ratio`), inDigits(bcr), bcr],
    [render(say`ROI`), inDigits(roi, "%"), roi],
    [render(say`Payback`), inDigits(payback, "months"), payback],
  ];
  return table(
    ["", "", render(say`How it is computed`)],
    rows.map(([name, value, from]) => [name, render(value), from.kind === "figure" ? render(workingOf(from)) : ""]),
  );
}

function oddsTable(odds: NotKnown | Odds, currency: string | undefined): string {
  if (odds.kind === "not-estimable") return render(say`The range is ${whyNot(odds)}.`);
  const row = (name: string, { p10, p50, p90 }: Odds["net"]) => [
    name,
    ...[p10, p50, p90].map((value) => render(money(value, currency))),
  ];
  const percentiles = table(
    ["", "P10", "P50", "P90"],
    [row(render(say`Net`), odds.net), row(render(say`Benefit`), odds.benefit)],
  );
  const drivers = table(
    [say`What drives it`, say`from`, say`to`, say`Net at the low end`, say`Net at the high end`].map((each) =>
      render(each),
    ),
    odds.drivers.map(({ name, low, high, netAtLow, netAtHigh }) => [
      render(name),
      render(say`${low}`),
      render(say`${high}`),
      render(money(netAtLow, currency)),
      render(money(netAtHigh, currency)),
    ]),
  );
  const mean = render(
    say`Mean of net: ${money(odds.mean, currency)}. Chance of paying back: ${percent(odds.chanceOfPayback)}.`,
  );
  return `${percentiles}\n\n${mean}\n\n${drivers}`;
}

function costsTable({ costs, currency }: MoneyForecast): string {
  if (costs.length === 0) return "";
  return table(
    ["", "", render(say`How it is computed`)],
    costs.map(({ category, amount }) => [
      category,
      render(inMoney(amount, currency)),
      amount.kind === "figure" ? render(amount.working) : "",
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replace(/[\n|]+/g, " ");
}

function code(text: string): string {
  return `\`${text.replace(/`/g, "'")}\``;
}

/** Text of the file, so that no character of it means anything in Markdown. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
