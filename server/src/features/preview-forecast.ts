import type { Percentiles } from "../analysis/forecast/forecast.ts";
import { forecastOf, type MoneyForecast } from "../appraisal/forecast.ts";
import { type Derived, money } from "../appraisal/forecast-figure.ts";
import { oddsOf } from "../appraisal/forecast-odds.ts";
import {
  assumptionsOf,
  breakEvenLine,
  frameOf,
  headline,
  inDigits,
  inMoney,
  percent,
  whyNot,
} from "../appraisal/forecast-words.ts";
import { type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What the preview says about the money of a program. */
export interface ForecastPreview {
  readonly headline: Message;
  /** Kind of benefit, whose money, how long. */
  readonly frame: Message;
  readonly figures: readonly ForecastFigure[];
  /** Absent, with the reason in `withoutRange`, where no input has a range. */
  readonly range: RangeChart | undefined;
  readonly tornado: TornadoChart | undefined;
  readonly withoutRange: Message | undefined;
  /** What has to be said with the numbers. */
  readonly notes: readonly Message[];
}

/** A number with its working, as a row of a table. */
export interface ForecastFigure {
  readonly name: Message;
  readonly value: Message;
  /** Undefined where the number is not estimable: `value` says why. */
  readonly working: Message | undefined;
}

/** Benefit, cost and net with their ranges. */
export interface RangeChart {
  readonly title: Message;
  readonly caption: Message;
  readonly currency: string | undefined;
  readonly rows: readonly RangeRow[];
}

export interface RangeRow {
  readonly name: Message;
  readonly likely: number;
  /** Undefined for what is one number. */
  readonly percentiles: Percentiles | undefined;
}

/** What each input does to net while the others stay at their likely values, the widest first. */
export interface TornadoChart {
  readonly title: Message;
  readonly caption: Message;
  readonly currency: string | undefined;
  readonly net: number;
  readonly bars: readonly TornadoRow[];
}

export interface TornadoRow {
  readonly name: Message;
  readonly low: number;
  readonly high: number;
  readonly netAtLow: number;
  readonly netAtHigh: number;
  readonly span: Span | undefined;
}

/** The forecast of a program for its preview; undefined where there is none to show. */
export function previewForecast(snapshot: Snapshot, uri: string): ForecastPreview | undefined {
  const context = snapshot.context(uri);
  const forecast = context && forecastOf(context);
  if (forecast?.kind !== "forecast") return undefined;
  const odds = oddsOf(forecast);
  const { currency, benefit, cost, net } = forecast;
  const isKnown = odds.kind === "odds" && benefit.kind === "figure" && cost.kind === "figure" && net.kind === "figure";
  const chance = isKnown ? say`Chance of paying back: ${percent(odds.chanceOfPayback)}.` : say``;
  return {
    headline: headline(forecast),
    frame: frameOf(forecast),
    figures: figuresOf(forecast),
    range: isKnown
      ? {
          title: say`Range of the forecast`,
          caption: say`In eight of ten cases net is between ${money(odds.net.p10, currency)} and ${money(odds.net.p90, currency)}, if the ranges are right. ${chance}`,
          currency,
          rows: [
            { name: say`Benefit`, likely: benefit.value, percentiles: odds.benefit },
            { name: say`Cost`, likely: cost.value, percentiles: undefined },
            { name: say`Net`, likely: net.value, percentiles: odds.net },
          ],
        }
      : undefined,
    tornado: isKnown
      ? {
          title: say`What drives the forecast`,
          caption: say`Net when one input takes its lowest or highest value and the others their likely ones; at all likely values net is ${money(net.value, currency)}.`,
          currency,
          net: net.value,
          bars: odds.drivers.map(({ name, low, high, netAtLow, netAtHigh, span }) => ({
            name,
            low,
            high,
            netAtLow,
            netAtHigh,
            span,
          })),
        }
      : undefined,
    withoutRange: odds.kind === "not-estimable" ? say`The range is ${whyNot(odds)}.` : undefined,
    notes: assumptionsOf(forecast),
  };
}

function figuresOf(forecast: MoneyForecast): ForecastFigure[] {
  const { benefit, cost, net, bcr, roi, payback, currency, metrics } = forecast;
  const row = (name: Message, value: Message, from: Derived): ForecastFigure => ({
    name,
    value,
    working: from.kind === "figure" ? from.working : undefined,
  });
  return [
    row(say`Benefit`, inMoney(benefit, currency), benefit),
    row(say`Cost, fully loaded`, inMoney(cost, currency), cost),
    row(say`Net`, inMoney(net, currency), net),
    row(say`Benefit-cost ratio`, inDigits(bcr), bcr),
    row(say`ROI`, inDigits(roi, "%"), roi),
    row(say`Payback`, inDigits(payback, "months"), payback),
    ...metrics.map((metric) => row(say`Break-even`, breakEvenLine(metric), metric.breakEven)),
  ];
}
