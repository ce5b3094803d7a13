import { at } from "../numeric/matrix.ts";
import { putInPlace } from "../numeric/select.ts";
import { firstOf, type NotEstimable, notEstimable, onlyFinite, type Reason } from "../result.ts";
import { drawsOf, type Expression, type Factor, factors, factorsOf, scalesOf } from "./expression.ts";
import { faultInSpread } from "./spread.ts";
import { exactNet, netAtLikely, type TornadoBar, tornado } from "./tornado.ts";

export type { Factor } from "./expression.ts";

/** net = scale · Π multipliers − Σ costs, everything independent. A change above 0 is an improvement. */
export interface ForecastPlan {
  /** Converts units: 1/3600 from seconds to hours. */
  readonly scale: number;
  readonly multipliers: readonly Factor[];
  readonly costs: readonly Factor[];
}

/** net = benefit − cost, for a benefit from several metrics or a cost that is itself a product. */
export interface NetPlan {
  readonly benefit: Expression;
  readonly cost: Expression;
}

/** 10th, 50th and 90th percentile of the draws (type 7). */
export interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** What the investment may bring. Show two or three digits: a P10 from 10,000 draws is good to about 0.017 SD. */
export interface Forecast {
  readonly kind: "forecast";
  /** Net with every factor at its likely value. Label it so: it is neither the mean nor the median. */
  readonly netAtLikely: number;
  /** Exact, not simulated. */
  readonly mean: number;
  readonly sd: number;
  readonly net: Percentiles;
  readonly benefit: Percentiles;
  /** Share of draws with net above 0. */
  readonly chanceOfPayback: number;
  /** Median benefit over cost; absent when a draw has a cost that is not positive. */
  readonly benefitCostRatio?: number;
  readonly tornado: readonly TornadoBar[];
}

/** How many draws, and from which seed. */
export interface Simulation {
  readonly seed: number;
  readonly draws: number;
}

/**
 * Forecast of a net benefit: exact moments, seeded simulation and tornado. 10,000 draws while typing, 100,000 for a
 * report; the same plan, seed and draws give the same answer everywhere. Each factor has its own stream by position,
 * so that a small change of one input moves the percentiles a little instead of reshuffling them.
 * Limits: independence is assumed (positive dependence widens the range), expert ranges are usually too narrow, nothing
 * is discounted. Not estimable when a factor's numbers are out of order or not finite, or `draws` is not 100–1,000,000.
 */
export function forecast({ scale, multipliers, costs }: ForecastPlan, how: Simulation): Forecast | NotEstimable {
  const benefit: Expression = { kind: "product", scale, of: factors(multipliers) };
  return forecastNet({ benefit, cost: { kind: "sum", of: factors(costs) } }, how);
}

/** As `forecast`, for any sums and products. */
export function forecastNet(plan: NetPlan, { seed, draws }: Simulation): Forecast | NotEstimable {
  const fault = faultIn(plan, draws);
  if (fault) return notEstimable(fault);
  const exact = exactNet(plan);
  const { net, benefit, ratio, wins } = simulate(plan, Number.isFinite(seed) ? seed : 0, draws);
  const made: Forecast = {
    kind: "forecast",
    netAtLikely: netAtLikely(plan),
    mean: exact.mean,
    sd: Math.sqrt(exact.variance),
    net: percentilesOf(net),
    benefit: percentilesOf(benefit),
    chanceOfPayback: wins / draws,
    tornado: tornado(plan),
  };
  // Inputs near the largest numbers there are can overflow in a product; no such benefit is worth a forecast.
  return onlyFinite(ratio ? { ...made, benefitCostRatio: quantile(ratio, 0.5) } : made);
}

function faultIn({ benefit, cost }: NetPlan, draws: number): Reason | undefined {
  const all = [...factorsOf(benefit), ...factorsOf(cost)];
  const scales = [...scalesOf(benefit), ...scalesOf(cost)];
  return firstOf(
    scales.every(Number.isFinite) ? undefined : "not-a-number",
    Number.isSafeInteger(draws) && draws >= 100 && draws <= 1e6 ? undefined : "value-out-of-range",
    ...all.map(({ spread }) => faultInSpread(spread)),
  );
}

function simulate(plan: NetPlan, seed: number, draws: number) {
  const benefit = drawsOf(plan.benefit, { seed, draws, firstStream: 0 });
  const cost = drawsOf(plan.cost, { seed, draws, firstStream: 1000 });
  const net = benefit.map((value, i) => value - at(cost, i));
  const ratio = cost.every((value) => value > 0) ? benefit.map((value, i) => value / at(cost, i)) : undefined;
  const wins = net.reduce((count, value) => count + Number(value > 0), 0);
  return { net, benefit, ratio, wins };
}

function percentilesOf(values: Float64Array): Percentiles {
  return { p10: quantile(values, 0.1), p50: quantile(values, 0.5), p90: quantile(values, 0.9) };
}

/** Quantile, R's type 7: linear between order statistics. Puts the values in another order. */
function quantile(values: Float64Array, share: number): number {
  const position = share * (values.length - 1);
  const index = Math.floor(position);
  const here = putInPlace(values, index);
  let next = Number.POSITIVE_INFINITY;
  for (let i = index + 1; i < values.length; i++) next = Math.min(next, at(values, i));
  return Number.isFinite(next) ? here + (position - index) * (next - here) : here;
}
