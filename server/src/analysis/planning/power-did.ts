import type { DidMeans, DidProportions, DidRates, Size } from "./plan.ts";
import { tPower, zPower } from "./tail-power.ts";

// Difference in differences. Causal only under parallel trends or randomisation. D1–D5 are the methods by the names of the reference tables (`test/vectors`).

/** D1, D2 and D3: cross-section (n per period), changes, and ANCOVA (Frison & Pocock 1992; Borm 2007). */
export function powerOfDidMeans(plan: DidMeans, { n1, n2 }: Size): number {
  const both = 1 / n1 + 1 / n2;
  switch (plan.method) {
    case "cross-section":
      return tPower(plan.delta / (plan.sd * Math.sqrt(2 * both)), 2 * (n1 + n2) - 4, plan);
    case "change":
      return tPower(plan.delta / (plan.sd * Math.sqrt(2 * (1 - plan.rho) * both)), n1 + n2 - 2, plan);
    case "ancova":
      return tPower(plan.delta / (plan.sd * Math.sqrt((1 - plan.rho ** 2) * both)), n1 + n2 - 3, plan);
  }
}

/** D4: sum of four binomial variances, or the variance of a 0/1 change with correlation rho. */
export function powerOfDidProportions(plan: DidProportions, { n1, n2 }: Size): number {
  const treated = variance(plan.p1, plan.p2, plan);
  const control = variance(plan.controlBefore, plan.controlAfter, plan);
  return zPower(Math.abs(changeBeyondControl(plan)) / Math.sqrt(treated / n1 + control / n2), plan);
}

/** The effect D4 looks for: the change in treated less the change in control. */
export function changeBeyondControl({ p1, p2, controlBefore, controlAfter }: DidProportions): number {
  return p2 - p1 - (controlAfter - controlBefore);
}

function variance(before: number, after: number, { method, rho }: DidProportions): number {
  const [a, b] = [before * (1 - before), after * (1 - after)];
  return a + b - (method === "panel" ? 2 * rho * Math.sqrt(a * b) : 0);
}

/** The effect D5 looks for: log of treated after/before over control after/before. */
export function logRatioOfRatios({ rate1, rate2, controlBefore, controlAfter }: DidRates): number {
  return Math.log(rate2 / rate1) - Math.log(controlAfter / controlBefore);
}

/** D5: Wald on the log ratio of rate ratios. Wants 20 expected events in each of the four cells. */
export function powerOfDidRates(plan: DidRates, { n1, n2 }: Size): number {
  const treated = (1 / plan.rate1 + 1 / plan.rate2) / n1;
  const control = (1 / plan.controlBefore + 1 / plan.controlAfter) / n2;
  return zPower(Math.abs(logRatioOfRatios(plan)) / Math.sqrt(plan.phi * (treated + control)), plan);
}
