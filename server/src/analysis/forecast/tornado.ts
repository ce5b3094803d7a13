import { sum } from "../numeric/matrix.ts";
import type { ForecastPlan } from "./forecast.ts";
import { isFixed, momentsOfSpread, pointsOf } from "./spread.ts";

/** What one factor does to the net benefit while the others stay at their likely values. */
export interface TornadoBar {
  readonly name: string;
  readonly netAtLow: number;
  readonly netAtHigh: number;
  /** |netAtHigh − netAtLow|; bars come sorted by it, largest first. */
  readonly swing: number;
  /** First-order share of the variance of net; the shares add up to less than 1 when factors multiply. */
  readonly varianceShare: number;
}

/** Net benefit with every factor at its likely value, but for one at `value` when given. Not the median. */
export function netAtLikely(plan: ForecastPlan, moved?: { readonly name: string; readonly value: number }): number {
  const settle = ({ name, spread }: ForecastPlan["multipliers"][number]) =>
    moved?.name === name ? moved.value : pointsOf(spread).likely;
  const benefit = plan.multipliers.reduce((product, factor) => product * settle(factor), plan.scale);
  return benefit - sum(plan.costs.map(settle));
}

/** Exact mean and variance of benefit and of net, for independent factors: products of moments. */
export function exactMoments(plan: ForecastPlan) {
  const parts = plan.multipliers.map(({ spread }) => momentsOfSpread(spread));
  const costs = plan.costs.map(({ spread }) => momentsOfSpread(spread));
  const mean = parts.reduce((product, part) => product * part.mean, plan.scale);
  const square = parts.reduce((product, part) => product * (part.variance + part.mean ** 2), plan.scale ** 2);
  const variance = Math.max(0, square - mean ** 2);
  return {
    benefit: { mean, variance },
    net: {
      mean: mean - sum(costs.map((cost) => cost.mean)),
      variance: variance + sum(costs.map((cost) => cost.variance)),
    },
  };
}

/** The bars of every factor that is not fixed. Ties keep the order of the plan, multipliers before costs. */
export function tornado(plan: ForecastPlan): TornadoBar[] {
  const total = exactMoments(plan).net.variance;
  const means = plan.multipliers.map(({ spread }) => momentsOfSpread(spread).mean);
  const shareOfMultiplier = (index: number, variance: number) => {
    const others = means.reduce((product, mean, j) => (j === index ? product : product * mean), plan.scale);
    return variance * others ** 2;
  };
  const bars = [...plan.multipliers, ...plan.costs].map(({ name, spread }, i) => {
    const { low, high } = pointsOf(spread);
    const { variance } = momentsOfSpread(spread);
    const netAtLow = netAtLikely(plan, { name, value: low });
    const netAtHigh = netAtLikely(plan, { name, value: high });
    const own = i < means.length ? shareOfMultiplier(i, variance) : variance;
    const varianceShare = total > 0 ? own / total : 0;
    return { name, netAtLow, netAtHigh, swing: Math.abs(netAtHigh - netAtLow), varianceShare, fixed: isFixed(spread) };
  });
  return bars
    .filter(({ fixed }) => !fixed)
    .sort((a, b) => b.swing - a.swing)
    .map(({ fixed: _, ...bar }) => bar);
}
