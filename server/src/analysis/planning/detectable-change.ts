import { findRoot } from "../numeric/solve.ts";
import { type NotEstimable, notEstimable, onlyFinite } from "../result.ts";
import { aim, type Plan, type Size, type Unaimed } from "./plan.ts";
import { faultIn, isExact, powerAt, powerOf } from "./power.ts";

/** The smallest change that the plan would find with the power asked for. */
export interface DetectableChange {
  readonly kind: "change";
  /** The proportion or rate that is just detectable; for means, the difference itself. */
  readonly value: number;
  /** Distance from the starting value, always positive. */
  readonly change: number;
}

/** No value in range can be detected: the study is too small for any change. Not an error. */
export interface NothingDetectable {
  readonly kind: "nothing-detectable";
}

/** What is asked: the target power and the direction that counts. Means have no bounds, so direction is ignored there. */
export interface ChangeTarget {
  readonly power: number;
  readonly direction: "decrease" | "increase";
}

/**
 * Minimum detectable change at given sizes: the first value, moving away from no effect, at which power is reached.
 *
 * The plan's hoped-for value is not read. For Wald tests of rates power falls again near zero, so the crossing nearest
 * to no effect is the one that counts. A correlation that becomes impossible on the way ends the search.
 * Exact kinds are searched on 40 points and refined to about 1e-4, as their power is a staircase.
 * Not estimable when a given value or a size is out of range.
 */
export function detectableChange(
  plan: Unaimed,
  size: Size,
  target: ChangeTarget,
): DetectableChange | NothingDetectable | NotEstimable {
  const start = noEffect(plan);
  const still = aim(plan, start);
  if (!(target.power > plan.alpha && target.power < 1)) return notEstimable("power-out-of-range");
  const fault = faultIn(still) ?? (Number.isFinite(start) ? undefined : "not-a-number");
  // A degenerate start, such as a proportion of 0, has no variation but may still have detectable values further out.
  if (fault && fault !== "no-discordant-pairs") return notEstimable(fault);
  const atStart = powerOf(still, size);
  if (atStart.kind === "not-estimable" && !isDegenerate(atStart)) return atStart;

  const excess = (value: number) => {
    const aimed = aim(plan, value);
    return faultIn(aimed) ? Number.NaN : powerAt(aimed, size) - target.power;
  };
  const crossing = firstCrossing(excess, stepsFrom(still, start, target.direction), isExact(still));
  if (crossing === undefined) return { kind: "nothing-detectable" };
  return onlyFinite({ kind: "change", value: crossing, change: Math.abs(crossing - start) });
}

function isDegenerate({ because }: NotEstimable): boolean {
  return because === "no-variation" || because === "no-discordant-pairs";
}

/** The value at which the plan has no effect: for difference in differences, what the control group's change implies. */
function noEffect(plan: Unaimed): number {
  switch (plan.kind) {
    case "two-proportions":
    case "paired-proportions":
      return plan.p1;
    case "did-proportions":
      return Math.min(1, Math.max(0, plan.p1 + plan.controlAfter - plan.controlBefore));
    case "two-rates":
    case "rates-per-person":
      return plan.rate1;
    case "did-rates":
      return (plan.rate1 * plan.controlAfter) / plan.controlBefore;
    default:
      return 0;
  }
}

/** Values to try, outwards from no effect. */
interface Steps {
  readonly count: number;
  at(step: number): number;
}

function stepsFrom(plan: Plan, start: number, direction: "decrease" | "increase"): Steps {
  const sign = direction === "decrease" ? -1 : 1;
  if ("rate1" in plan) {
    const { fine, far } = isExact(plan) ? { fine: 0.1, far: 7 } : { fine: 0.01, far: 16 };
    return { count: Math.floor(far / fine) + 1, at: (step) => start * Math.exp(sign * step * fine) };
  }
  if ("p1" in plan) {
    const cells = isExact(plan) ? 40 : 400;
    const end = sign < 0 ? 0 : 1;
    // The last value stops short of the bound, where variances vanish.
    return { count: cells + 1, at: (step) => start + (end - start) * Math.min(step / cells, 1 - 1e-9) };
  }
  // Power of a t test rises with the difference without end, so growing steps always find a bracket.
  const unit = "sd" in plan ? plan.sd : plan.sd1;
  return { count: 27, at: (step) => (step === 0 ? 0 : unit * 8 ** (step - 6)) };
}

type Excess = (value: number) => number;

function firstCrossing(excess: Excess, steps: Steps, isStaircase: boolean): number | undefined {
  const step = (isStaircase ? undefined : leap(excess, steps)) ?? walk(excess, steps);
  if (step === undefined) return undefined;
  const value = steps.at(step);
  const before = step === 0 ? Number.NaN : excess(steps.at(step - 1));
  if (Number.isNaN(before)) return value;
  return findRoot(excess, { low: steps.at(step - 1), high: value }, 1e-10) ?? value;
}

/** The first step with enough power; undefined where a correlation becomes impossible before, or there is none. */
function walk(excess: Excess, { count, at }: Steps): number | undefined {
  let isPossible = false;
  for (let step = 0; step < count; step++) {
    const here = excess(at(step));
    if (here >= 0) return step;
    if (isPossible && Number.isNaN(here)) return undefined;
    isPossible ||= !Number.isNaN(here);
  }
  return undefined;
}

/**
 * The same with fewer questions: in leaps that double, then halving the last one. Power rises once and may fall again, so
 * the one place where it passes the target from below is the first; undefined where the leaps pass over it.
 */
function leap(excess: Excess, { count, at }: Steps): number | undefined {
  let [low, high] = [0, 1];
  if (!(excess(at(low)) < 0)) return undefined;
  while (high < count && excess(at(high)) < 0) [low, high] = [high, 2 * high];
  high = Math.min(high, count - 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (excess(at(middle)) < 0) low = middle;
    else high = middle;
  }
  return high > low && excess(at(high)) >= 0 ? high : undefined;
}
