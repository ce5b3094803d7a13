import { evaluateSeries } from "../analysis/evaluation/evaluate-series.ts";
import { calendarOf, type Day } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { ResultRow } from "../results/results-file.ts";
import type { Context } from "../workspace/context.ts";
import { because } from "./evaluation-cells.ts";
import { showing, whyNot } from "./evaluation-effect.ts";
import type { Effect, NotEstimable } from "./evaluation-types.ts";

/** Months whose values follow each other, those before launch first. A month in which launch falls is left out. */
interface Months {
  readonly values: readonly number[];
  readonly before: number;
}

/**
 * How far a monthly series has left its earlier trend: the average effect after launch. It supports "departed from the earlier trend" and nothing more.
 */
export function seriesEffect(
  context: Context,
  rows: readonly ResultRow[],
  { level, direction }: { readonly level: number; readonly direction: "lower" | "higher" | "hold" | undefined },
): Effect | NotEstimable {
  const months = monthsIn(context, rows);
  if ("kind" in months) return months;
  const found = evaluateSeries(months, level);
  if (found.kind === "not-estimable") return because(whyNot(found.because));
  const { averageEffect, cautions } = found;
  if (averageEffect.kind === "not-estimable") return because(whyNot(averageEffect.because));
  const { estimate, low, high, p, chosen } = averageEffect;
  if (low === undefined || high === undefined) return because(say`the method gives no interval`);
  const refused = months.before < 8 ? say`there are fewer than eight months before launch` : undefined;
  return {
    kind: "effect",
    design: "trend-line",
    scale: "difference",
    estimate,
    interval: { low, high },
    p,
    method: say`segmented regression, ${chosen === "ols" ? say`least squares` : say`AR(1)`}, the larger p of two methods`,
    used: months.values.length,
    shows: refused ? "nothing" : showing({ low, high }, "difference", direction),
    refused,
    cautions: [
      say`A series of ${months.values.length} months gives a false alarm about twice as often as its level says.`,
      ...cautions.map(cautionWords),
      ...besides(found.ols, say`Plain least squares alone`),
      ...besides(found.trendLine, say`The earlier trend carried on`),
    ],
  };
}

function cautionWords(caution: "no-slope" | "no-seasonality"): Message {
  return caution === "no-slope"
    ? say`Under eight months before launch say nothing of an earlier slope.`
    : say`Under 24 months before launch cannot tell a season from the program.`;
}

/** Never one p-value alone. */
function besides(
  found: { readonly kind: string; readonly estimate?: number; readonly p?: number },
  name: Message,
): Message[] {
  if (found.kind === "not-estimable" || found.estimate === undefined) return [];
  const estimate = Number(found.estimate.toPrecision(3));
  if (found.p === undefined) return [say`${name} gives ${estimate}.`];
  return [say`${name} gives ${estimate} (p ${Number(found.p.toPrecision(2))}).`];
}

function monthsIn(context: Context, rows: readonly ResultRow[]): Months | NotEstimable {
  const launch = context.launch?.value;
  if (launch === undefined) return because(say`the day of the launch is not known`);
  const ofTrained = rows.filter(({ group }) => group?.value === "trained");
  const ofAll = rows.filter(({ group }) => group?.value === "all");
  const chosen = ofTrained.length > 0 ? ofTrained : ofAll;
  const dated = chosen.flatMap(({ from, to, value }) =>
    from && to && value ? [{ from: from.value, to: to.value, value: value.value }] : [],
  );
  if (dated.length < chosen.length) return because(say`a month has no dates`);
  const long = dated.find(({ from, to }) => to - from > 31);
  if (long) return because(say`a trend line takes one row a month, and a row is longer`);
  dated.sort((a, b) => a.from - b.from);
  const kept = dated.filter(({ from, to }) => to < launch || from >= launch);
  const gap = kept.findIndex((row, index) => index > 0 && !follows(kept[index - 1]?.from ?? 0, row.from, launch));
  if (gap >= 0) return because(say`a month is missing from the series, or stands in it twice`);
  return { values: kept.map(({ value }) => value), before: kept.filter(({ to }) => to < launch).length };
}

/** The next calendar month; over the launch one month may be left out. */
function follows(earlier: Day, later: Day, launch: Day): boolean {
  const [a, b] = [calendarOf(earlier), calendarOf(later)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return months === 1 || (months === 2 && earlier < launch && later >= launch);
}
