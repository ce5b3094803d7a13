import type { Reason } from "./result.ts";

// Each check looks at plain numbers and answers with the first thing that is wrong, or `undefined`.

/** A level of significance and the number of sides of a test. */
export interface Test {
  readonly alpha: number;
  readonly sides: 1 | 2;
}

/** Every value is a finite number. */
export function checkFinite(...values: number[]): Reason | undefined {
  return values.every(Number.isFinite) ? undefined : "not-a-number";
}

/** `1e-12 ≤ alpha < 1` (below, no quantile is accurate), one or two sides. */
export function checkTest({ alpha, sides }: Test): Reason | undefined {
  return alpha >= 1e-12 && alpha < 1 && (sides === 1 || sides === 2) ? undefined : "alpha-out-of-range";
}

/** `0 < level < 1`. */
export function checkLevel(level: number): Reason | undefined {
  return level > 0 && level < 1 ? undefined : "level-out-of-range";
}

/** Every value lies in 0–1, ends included. */
export function checkProportions(...values: number[]): Reason | undefined {
  return values.every((p) => p >= 0 && p <= 1) ? undefined : "proportion-out-of-range";
}

/** Every standard deviation is finite and above zero. */
export function checkDeviations(...values: number[]): Reason | undefined {
  return values.every((sd) => sd > 0 && sd < Infinity) ? undefined : "sd-not-positive";
}

/** Every rate is finite and above zero. */
export function checkRates(...values: number[]): Reason | undefined {
  return values.every((rate) => rate > 0 && rate < Infinity) ? undefined : "rate-not-positive";
}

/** Every exposure is finite and above zero. */
export function checkExposures(...values: number[]): Reason | undefined {
  return values.every((time) => time > 0 && time < Infinity) ? undefined : "exposure-not-positive";
}

/** An over-dispersion factor: finite and above zero; 1 is Poisson. */
export function checkDispersion(phi: number): Reason | undefined {
  return phi > 0 && phi < Infinity ? undefined : "dispersion-out-of-range";
}

/** A correlation strictly inside −1 and 1. */
export function checkCorrelation(rho: number): Reason | undefined {
  return rho > -1 && rho < 1 ? undefined : "correlation-out-of-range";
}

/** An intra-cluster correlation: 0 ≤ icc < 1. */
export function checkIcc(icc: number): Reason | undefined {
  return icc >= 0 && icc < 1 ? undefined : "correlation-out-of-range";
}

/** Every size is finite and at least `least`. */
export function checkSizes(least: number, ...values: number[]): Reason | undefined {
  if (!values.every(Number.isFinite)) return "not-a-number";
  return values.every((n) => n >= least) ? undefined : "too-few";
}

/** Every value is a whole number, zero or more, and small enough to be exact. */
export function checkCounts(...values: number[]): Reason | undefined {
  return values.every((x) => Number.isSafeInteger(x) && x >= 0) ? undefined : "count-not-whole";
}

/** `events` out of `cases`: whole numbers, at least one case, no more events than cases. */
export function checkEvents(events: number, cases: number): Reason | undefined {
  const fault = checkCounts(events, cases);
  if (fault) return fault;
  if (cases < 1) return "too-few";
  return events <= cases ? undefined : "more-events-than-cases";
}
