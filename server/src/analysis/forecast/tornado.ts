import { type Expression, evaluate, exactMomentsOf, type Factor, factorsOf } from "./expression.ts";
import type { NetPlan } from "./forecast.ts";
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
export function netAtLikely(plan: NetPlan, moved?: { readonly name: string; readonly value: number }): number {
  const settle = ({ name, spread }: Factor) => (moved?.name === name ? moved.value : pointsOf(spread).likely);
  return evaluate(plan.benefit, settle) - evaluate(plan.cost, settle);
}

/** Exact mean and variance of net, for independent factors. */
export function exactNet({ benefit, cost }: NetPlan): { mean: number; variance: number } {
  const [gain, spent] = [exactMomentsOf(benefit), exactMomentsOf(cost)];
  return { mean: gain.mean - spent.mean, variance: gain.variance + spent.variance };
}

/** The bars of every factor that is not fixed. Ties keep the order of the plan, benefits before costs. */
export function tornado(plan: NetPlan): TornadoBar[] {
  const total = exactNet(plan).variance;
  const sides = [plan.benefit, plan.cost].flatMap((side) => factorsOf(side).map((factor) => ({ side, factor })));
  return sides
    .filter(({ factor }) => !isFixed(factor.spread))
    .map(({ side, factor: { name, spread } }) => {
      const { low, high } = pointsOf(spread);
      const netAtLow = netAtLikely(plan, { name, value: low });
      const netAtHigh = netAtLikely(plan, { name, value: high });
      const own = momentsOfSpread(spread).variance * slope(side, name) ** 2;
      const varianceShare = total > 0 ? own / total : 0;
      return { name, netAtLow, netAtHigh, swing: Math.abs(netAtHigh - netAtLow), varianceShare };
    })
    .sort((a, b) => b.swing - a.swing);
}

/** By how much an expression rises with one factor, the others at their means: it is linear in each. */
function slope(expression: Expression, name: string): number {
  switch (expression.kind) {
    case "factor":
      return expression.factor.name === name ? 1 : 0;
    case "sum":
      return expression.of.reduce((total, part) => total + slope(part, name), 0);
    case "product":
      return expression.of.reduce(
        (product, part) => product * (holds(part, name) ? slope(part, name) : exactMomentsOf(part).mean),
        expression.of.some((part) => holds(part, name)) ? expression.scale : 0,
      );
  }
}

function holds(expression: Expression, name: string): boolean {
  return factorsOf(expression).some((factor) => factor.name === name);
}
