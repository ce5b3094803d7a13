import { findRoot } from "../numeric/solve.ts";
import { type NotEstimable, notEstimable, type Reason } from "../result.ts";
import type { Plan, Size } from "./plan.ts";
import { faultIn, hasOneGroup, isExact, leastSize, powerAt, powerOf } from "./power.ts";
import { changeBeyondControl, logRatioOfRatios } from "./power-did.ts";

/** A size that reaches the power asked for. */
export interface RequiredSize {
  readonly kind: "size";
  /** Solved sizes before rounding: apply adjustments to these, then round up once. */
  readonly real: Size;
  /** Whole people or teams; for rates, the exposures as solved. */
  readonly n1: number;
  readonly n2: number;
  /** Power at `n1`, `n2`. */
  readonly power: number;
}

/**
 * The smallest size at which the plan reaches `power`, with `ratio` = n2/n1 between 1e-6 and 1e6.
 *
 * Solves power(n) = target for real n and rounds up. Sizes are people, teams, or exposure units (not rounded) for
 * rates, as the plan's kind says; with one group `n2` is 0. Exact kinds search around the size of the matching formula:
 * their power jumps up and down as n grows, so a larger n may fall below the target again.
 * Not estimable when nothing changes, beyond 1e9, or when the plan's values are out of range.
 * Limits: the inputs are guesses, so the last digits mean nothing; show n at pessimistic values too.
 */
export function requiredSize(
  plan: Plan,
  { power, ratio }: { power: number; ratio: number },
): RequiredSize | NotEstimable {
  const fault = faultIn(plan) ?? faultInTarget(plan, power, ratio);
  if (fault) return notEstimable(fault);
  const shape = stand(plan);
  const shares = hasOneGroup(plan) ? 0 : ratio;
  const sizeAt = (n: number): Size => ({ n1: n, n2: n * shares });
  const excess = (logN: number) => powerAt(shape, sizeAt(Math.exp(logN))) - power;
  const least = Math.max(leastSize(plan), 1e-9) / Math.min(1, shares || 1);
  const most = "rate1" in plan ? 1e15 : 1e9;
  const n = firstReaching(excess, { least, most });
  if (n === undefined) return notEstimable(effectIsNone(plan) ? "no-change" : "too-many-needed");
  if (isExact(plan)) return searchExact(plan, n, { power, ratio: shares });
  return roundUp(plan, n, { power, ratio: shares });
}

function faultInTarget(plan: Plan, power: number, ratio: number): Reason | undefined {
  if (!(power > plan.alpha && power < 1)) return "power-out-of-range";
  return ratio >= 1e-6 && ratio <= 1e6 ? undefined : "ratio-out-of-range";
}

/** The formula that stands in for an exact kind to find where to start. */
function stand(plan: Plan): Plan {
  if (plan.kind === "paired-proportions") return { ...plan, method: "connor" };
  if (plan.kind === "two-rates" && plan.method === "exact") return { ...plan, method: "log" };
  if (plan.kind !== "two-proportions" || !isExact(plan)) return plan;
  return { ...plan, method: plan.method === "fisher-exact" ? "z-continuity" : "z-pooled" };
}

function effectIsNone(plan: Plan): boolean {
  if (plan.kind === "did-rates") return Math.abs(logRatioOfRatios(plan)) < 1e-12;
  if (plan.kind === "did-proportions") return Math.abs(changeBeyondControl(plan)) < 1e-12;
  if ("delta" in plan) return plan.delta === 0;
  return "rate1" in plan ? plan.rate1 === plan.rate2 : plan.p1 === plan.p2;
}

function firstReaching(
  excess: (logN: number) => number,
  { least, most }: { least: number; most: number },
): number | undefined {
  let low = Math.log(least);
  if (excess(low) >= 0) return least;
  for (let high = low + 1.4; high < Math.log(most) + 1.4; high += 1.4) {
    if (excess(high) >= 0) {
      const root = findRoot(excess, { low, high }, 1e-10);
      return root === undefined ? undefined : Math.exp(root);
    }
    low = high;
  }
  return undefined;
}

function roundUp(plan: Plan, n: number, { power, ratio }: { power: number; ratio: number }): RequiredSize {
  const real = { n1: n, n2: n * ratio };
  if (plan.kind === "two-rates" || plan.kind === "did-rates") return { kind: "size", real, ...real, power };
  let best = whole(Math.ceil(n - 1e-9), ratio);
  // Rounding n2 up may let n1 be one less than the solved size rounded up.
  const fewer = whole(best.n1 - 1, ratio);
  if (fewer.n1 >= leastSize(plan) && powerAt(plan, fewer) >= power) best = fewer;
  return { kind: "size", real, ...best, power: Math.min(1, powerAt(plan, best)) };
}

function whole(n1: number, ratio: number): Size {
  return { n1, n2: Math.ceil(n1 * ratio - 1e-9) };
}

function searchExact(plan: Plan, n: number, target: { power: number; ratio: number }): RequiredSize | NotEstimable {
  const rates = plan.kind === "two-rates";
  const step = rates ? n / 100 : 1;
  const sizeAt = (k: number) => (rates ? { n1: k, n2: k * target.ratio } : whole(k, target.ratio));
  const reaches = (k: number) => {
    const found = powerOf(plan, sizeAt(k));
    return found.kind === "power" ? found.power >= target.power : undefined;
  };
  let at = rates ? n : Math.ceil(n);
  if (reaches(at) === undefined) return notEstimable("too-many-to-enumerate");
  for (let turn = 0; turn < 60 && reaches(at) === false; turn++) at += step;
  for (let turn = 0; turn < 60 && at > step && reaches(at - step); turn++) at -= step;
  const size = sizeAt(at);
  const found = powerOf(plan, size);
  if (found.kind !== "power" || found.power < target.power) return notEstimable("too-many-to-enumerate");
  return { kind: "size", real: { n1: n, n2: n * target.ratio }, ...size, power: found.power };
}
