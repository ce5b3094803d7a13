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
  const crossing = firstCrossing(excess, stepsFrom(still, start, target.direction));
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
function* stepsFrom(plan: Plan, start: number, direction: "decrease" | "increase"): Generator<number> {
  const sign = direction === "decrease" ? -1 : 1;
  if ("rate1" in plan) {
    const { fine, far } = isExact(plan) ? { fine: 0.1, far: 7 } : { fine: 0.01, far: 16 };
    for (let k = 0; k * fine <= far; k++) yield start * Math.exp(sign * k * fine);
  } else if ("p1" in plan) {
    const cells = isExact(plan) ? 40 : 400;
    const end = sign < 0 ? 0 : 1;
    // The last value stops short of the bound, where variances vanish.
    for (let k = 0; k <= cells; k++) yield start + (end - start) * Math.min(k / cells, 1 - 1e-9);
  } else {
    // Power of a t test rises with the difference without end, so growing steps always find a bracket.
    const unit = "sd" in plan ? plan.sd : plan.sd1;
    yield 0;
    for (let k = -5; k <= 20; k++) yield unit * 8 ** k;
  }
}

function firstCrossing(excess: (value: number) => number, steps: Iterable<number>): number | undefined {
  let last: number | undefined;
  for (const value of steps) {
    const here = excess(value);
    if (Number.isNaN(here)) {
      if (last === undefined) continue;
      return undefined;
    }
    if (here >= 0) return last === undefined ? value : (findRoot(excess, { low: last, high: value }, 1e-10) ?? value);
    last = value;
  }
  return undefined;
}
