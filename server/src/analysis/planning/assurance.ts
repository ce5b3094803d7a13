import { checkDeviations, checkSizes, checkTest, type Test } from "../checks.ts";
import { betaShape, faultInSpread, type Pert } from "../forecast/spread.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { noncentralTCdf } from "../numeric/noncentral-t.ts";
import { integrate } from "../numeric/quadrature.ts";
import { firstOf, type NotEstimable, notEstimable } from "../result.ts";

/** A two-group study of means whose true effect is uncertain; a positive effect is a benefit. */
export interface AssurancePlan extends Test {
  readonly effect: Pert;
  readonly sd: number;
  readonly perGroup: number;
}

/**
 * The chance that the study is significant in the beneficial direction, averaged over what the effect may be:
 * ∫ P(significant and positive | effect) dPERT(effect), pooled t. O'Hagan, Stevens & Campbell 2005.
 * Lower than power at the target, and the honest "chance that the study succeeds".
 */
export function assuranceOf(
  plan: AssurancePlan,
): { readonly kind: "assurance"; readonly chance: number } | NotEstimable {
  const { effect, sd, perGroup } = plan;
  const fault = firstOf(checkTest(plan), faultInSpread(effect), checkDeviations(sd), checkSizes(2, perGroup));
  if (fault) return notEstimable(fault);
  const df = 2 * perGroup - 2;
  const critical = -tQuantile(plan.alpha / plan.sides, df);
  const se = sd * Math.sqrt(2 / perGroup);
  const success = (value: number) => 1 - noncentralTCdf(critical, df, value / se);
  const { low, high } = effect;
  if (high <= low) return { kind: "assurance", chance: success(effect.likely) };
  const { a, b } = betaShape(effect);
  const weight = (x: number) => x ** (a - 1) * (1 - x) ** (b - 1);
  const ends = { from: 0, to: 1, panel: 0.125 };
  const chance = integrate((x) => weight(x) * success(low + x * (high - low)), ends) / integrate(weight, ends);
  return { kind: "assurance", chance: Math.min(1, Math.max(0, chance)) };
}
