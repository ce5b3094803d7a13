import { factorsOf } from "../analysis/forecast/expression.ts";
import { type Forecast, forecastNet } from "../analysis/forecast/forecast.ts";
import { isFixed } from "../analysis/forecast/spread.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { MoneyForecast } from "./forecast.ts";
import { type Input, type NotKnown, notKnown } from "./forecast-figure.ts";

/** Draws for one program, the same wherever its numbers are shown, and for each of many. */
export const DRAWS = { typing: 10_000, report: 100_000 } as const;

const SEED = 20_270_201;

/** What one input does to net while the others stay at their likely values. */
export interface Driver {
  readonly name: Message;
  readonly span: Span | undefined;
  readonly low: number;
  readonly high: number;
  readonly netAtLow: number;
  readonly netAtHigh: number;
  readonly swing: number;
  readonly varianceShare: number;
}

/** How net may turn out, given the ranges. */
export interface Odds
  extends Pick<Forecast, "net" | "benefit" | "mean" | "sd" | "chanceOfPayback" | "benefitCostRatio"> {
  readonly kind: "odds";
  readonly draws: number;
  readonly drivers: readonly Driver[];
}

/** The odds of a forecast, by seeded simulation: the same text always gives the same numbers. */
export function oddsOf(forecast: MoneyForecast, draws: number = DRAWS.report): Odds | NotKnown {
  const kept = KEPT.get(forecast);
  if (kept?.draws === draws) return kept.odds;
  const odds = simulated(forecast, draws);
  KEPT.set(forecast, { draws, odds });
  return odds;
}

/** A preview, its pictures and what is pointed at ask for the same one. */
const KEPT = new WeakMap<MoneyForecast, { readonly draws: number; readonly odds: Odds | NotKnown }>();

function simulated(forecast: MoneyForecast, draws: number): Odds | NotKnown {
  const { plan, net } = forecast;
  if (net.kind === "not-estimable") return net;
  if (!plan) return notKnown(say`its parts are not known`);
  const all = [...factorsOf(plan.benefit), ...factorsOf(plan.cost)];
  if (all.every(({ spread }) => isFixed(spread)))
    return notKnown(
      say`every input is a single number: write ${code("low")} and ${code("high")} where you are not sure`,
    );
  const made = forecastNet(plan, { seed: SEED, draws });
  if (made.kind === "not-estimable") return notKnown(say`its numbers are too large or out of order`);
  const inputs = inputsByName(forecast);
  return {
    kind: "odds",
    draws,
    net: made.net,
    benefit: made.benefit,
    mean: made.mean,
    sd: made.sd,
    chanceOfPayback: made.chanceOfPayback,
    ...(made.benefitCostRatio !== undefined && { benefitCostRatio: made.benefitCostRatio }),
    drivers: made.tornado.map(({ name, ...bar }) => {
      const input = inputs.get(name);
      return {
        ...bar,
        name: input?.name ?? { key: name, values: [] },
        span: input?.span,
        low: input?.low ?? 0,
        high: input?.high ?? 0,
      };
    }),
  };
}

function inputsByName({ metrics, contribution, confidence, reach, costs }: MoneyForecast): ReadonlyMap<string, Input> {
  const named = new Map<string, Input>();
  for (const { id, change } of metrics) if (change) named.set(`change ${id}`, change);
  for (const { category, before } of costs) if (before) named.set(`cost ${category}`, before);
  for (const [name, input] of Object.entries({ contribution, confidence, reach })) {
    if (!("kind" in input)) named.set(name, input);
  }
  return named;
}
