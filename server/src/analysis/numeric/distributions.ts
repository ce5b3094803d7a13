// The only file that knows the distribution library: everything else calls these.
import betaCdfOf from "@stdlib/stats-base-dists-beta-cdf";
import betaQuantileOf from "@stdlib/stats-base-dists-beta-quantile";
import binomialCdfOf from "@stdlib/stats-base-dists-binomial-cdf";
import binomialPmfOf from "@stdlib/stats-base-dists-binomial-pmf";
import chisquareCdfOf from "@stdlib/stats-base-dists-chisquare-cdf";
import gammaCdfOf from "@stdlib/stats-base-dists-gamma-cdf";
import gammaQuantileOf from "@stdlib/stats-base-dists-gamma-quantile";
import hypergeometricPmfOf from "@stdlib/stats-base-dists-hypergeometric-pmf";
import normalCdfOf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantileOf from "@stdlib/stats-base-dists-normal-quantile";
import poissonCdfOf from "@stdlib/stats-base-dists-poisson-cdf";
import poissonPmfOf from "@stdlib/stats-base-dists-poisson-pmf";
import tCdfOf from "@stdlib/stats-base-dists-t-cdf";
import tQuantileOf from "@stdlib/stats-base-dists-t-quantile";
import { LARGE_SHAPE, largeGammaQuantile, largeGammaTails } from "./large-gamma.ts";

// These are building blocks: outside their domain they answer NaN, as the library does. Public functions of this
// folder check their input first, so that no NaN leaves it.

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Density of the standard normal at `z`. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / rootTwoPi;
}

/** P(Z ≤ z) for a standard normal; infinite `z` gives 0 or 1. */
export function normalCdf(z: number): number {
  return normalCdfOf(z, 0, 1);
}

/** The z with P(Z ≤ z) = p. The library is good to 2e-9 in the far tail; one Newton step takes that to machine precision. */
export function normalQuantile(p: number): number {
  const z = normalQuantileOf(p, 0, 1);
  if (!Number.isFinite(z)) return z;
  // Work in the smaller tail, where 1 − p has not lost its digits.
  const step = z < 0 ? (normalCdf(z) - p) / normalDensity(z) : (1 - p - normalCdf(-z)) / normalDensity(z);
  return Number.isFinite(step) ? z - step : z;
}

/** Two-sided p-value of a z statistic. */
export function twoSidedNormal(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/** P(T ≤ t), Student's t with `df` > 0 degrees of freedom, which need not be whole. */
export function tCdf(t: number, df: number): number {
  return tCdfOf(t, df);
}

/** The t with P(T ≤ t) = p. */
export function tQuantile(p: number, df: number): number {
  return tQuantileOf(p, df);
}

/** Two-sided p-value of a t statistic. */
export function twoSidedT(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/** P(X ≤ x), Beta(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  return betaCdfOf(x, a, b);
}

/** The x with P(X ≤ x) = p, Beta(a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileOf(p, a, b);
}

/** P(X ≤ x), Gamma with this shape and rate 1. */
export function gammaCdf(x: number, shape: number): number {
  return shape < LARGE_SHAPE ? gammaCdfOf(x, shape, 1) : largeGammaTails(x, shape).lower;
}

/** The x with P(X ≤ x) = p, Gamma with this shape and rate 1. */
export function gammaQuantile(p: number, shape: number): number {
  return shape < LARGE_SHAPE ? gammaQuantileOf(p, shape, 1) : largeGammaQuantile(p, shape, normalQuantile(p));
}

/** P(X ≤ x), chi-square. */
export function chisquareCdf(x: number, df: number): number {
  return df / 2 < LARGE_SHAPE ? chisquareCdfOf(x, df) : largeGammaTails(x / 2, df / 2).lower;
}

/** P(X ≤ x), Binomial(n, p). */
export function binomialCdf(x: number, n: number, p: number): number {
  return binomialCdfOf(x, n, p);
}

/** P(X = x), Binomial(n, p). */
export function binomialPmf(x: number, n: number, p: number): number {
  return binomialPmfOf(x, n, p);
}

/** P(X ≤ x), Poisson(mean). */
export function poissonCdf(x: number, mean: number): number {
  const shape = Math.floor(x) + 1;
  return shape < LARGE_SHAPE || !(mean >= 0) ? poissonCdfOf(x, mean) : largeGammaTails(mean, shape).upper;
}

/** P(X = x), Poisson(mean). */
export function poissonPmf(x: number, mean: number): number {
  return poissonPmfOf(x, mean);
}

/** P(X = x) successes in `draws` from an urn with `white` successes and `black` failures. */
export function hypergeometricPmf(x: number, urn: { white: number; black: number; draws: number }): number {
  return hypergeometricPmfOf(x, urn.white + urn.black, urn.white, urn.draws);
}
