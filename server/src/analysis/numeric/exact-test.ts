import { binomialPmf, hypergeometricPmf, poissonPmf } from "./distributions.ts";
import { at } from "./matrix.ts";

/** A discrete distribution: probability of `start`, `start + 1`, … */
export interface Masses {
  readonly start: number;
  readonly p: Float64Array;
}

/** P(X = 0 … n) for a binomial. One library call at the mode, the rest by ratios: fast, and exact to about n·1e-16. */
export function binomialMasses(n: number, p: number): Masses {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  if (p === 0 || p === 1) return { start: 0, p: Float64Array.from({ length: n + 1 }, (_, x) => (x === mode ? 1 : 0)) };
  return spreadFrom(binomialPmf(mode, n, p), { low: 0, high: n, mode }, (x) => ((n - x + 1) / x) * odds);
}

/** P(X = x) over the support for `draws` from an urn. */
export function hypergeometricMasses(urn: { white: number; black: number; draws: number }): Masses {
  const { white, black, draws } = urn;
  const low = Math.max(0, draws - black);
  const high = Math.min(draws, white);
  const mode = Math.min(high, Math.max(low, Math.floor(((draws + 1) * (white + 1)) / (white + black + 2))));
  const up = (x: number) => ((white - x + 1) * (draws - x + 1)) / (x * (black - draws + x));
  return spreadFrom(hypergeometricPmf(mode, urn), { low, high, mode }, up);
}

/** P(X = x) for a Poisson over ten standard deviations each side: what is left out is below 1e-20. */
export function poissonMasses(mean: number): Masses {
  const reach = 10 * Math.sqrt(mean) + 30;
  const [low, high] = [Math.max(0, Math.floor(mean - reach)), Math.ceil(mean + reach)];
  const mode = Math.floor(mean);
  return spreadFrom(poissonPmf(mode, mean), { low, high, mode }, (x) => mean / x);
}

/** Multiplies outwards from the mode; `up(x)` is P(x)/P(x − 1). */
function spreadFrom(
  peak: number,
  { low, high, mode }: { low: number; high: number; mode: number },
  up: (x: number) => number,
): Masses {
  const p = new Float64Array(high - low + 1);
  p[mode - low] = peak;
  for (let x = mode + 1; x <= high; x++) p[x - low] = at(p, x - 1 - low) * up(x);
  for (let x = mode; x > low; x--) p[x - 1 - low] = at(p, x - low) / up(x);
  return { start: low, p };
}

/** Two-sided p-value of each outcome: the sum of all outcomes no more likely, with R's tolerance of 1 + 1e-7. */
export function minimumLikelihoodPs({ p }: Masses): Float64Array {
  const result = new Float64Array(p.length);
  const order = new Int32Array(p.length);
  for (let low = 0, high = p.length - 1, k = 0; low <= high; k++) order[k] = at(p, low) <= at(p, high) ? low++ : high--;
  let total = 0;
  let next = 0;
  for (const index of order) {
    const limit = at(p, index) * (1 + 1e-7);
    while (next < order.length && at(p, at(order, next)) <= limit) total += at(p, at(order, next++));
    result[index] = Math.min(1, total);
  }
  return result;
}

/** Two-sided mid-p value of each outcome: twice the smaller tail, the outcome itself counted half. At most 1. */
export function midPs(masses: Masses): Float64Array {
  // Each tail is added up from its own end, so that a small one keeps its digits.
  const [lower, upper] = [tailPs(masses, "lower"), tailPs(masses, "upper")];
  return masses.p.map((mass, x) => Math.min(1, 2 * Math.min(at(lower, x), at(upper, x)) - mass));
}

/** One-sided p-value of each outcome: the sum of it and everything below (or above) it. */
export function tailPs({ p }: Masses, tail: "lower" | "upper"): Float64Array {
  const result = new Float64Array(p.length);
  let total = 0;
  for (let k = 0; k < p.length; k++) {
    const x = tail === "lower" ? k : p.length - 1 - k;
    total += at(p, x);
    result[x] = Math.min(1, total);
  }
  return result;
}
