import { checkCounts, checkDispersion, checkExposures, checkLevel } from "../checks.ts";
import { betaQuantile, binomialCdf, binomialPmf, gammaQuantile } from "../numeric/distributions.ts";
import { binomialMasses, midPs, minimumLikelihoodPs } from "../numeric/exact-test.ts";
import { at } from "../numeric/matrix.ts";
import { findRoot } from "../numeric/solve.ts";
import { firstOf, type NotEstimable, notEstimable, onlyFinite, type Reason } from "../result.ts";
import { type Estimate, type LowerBound, summariseRatio } from "./estimate.ts";

/** `events` counted over `exposure` units. */
export interface Count {
  readonly events: number;
  readonly exposure: number;
}

/** Two independent counts: 1 is before or control. */
export interface TwoCounts {
  readonly first: Count;
  readonly second: Count;
}

/** One rate with its exact Poisson interval. Garwood 1936. */
export function garwood({ events, exposure }: Count, level: number): Estimate | NotEstimable {
  const fault = firstOf(checkCounts(events), checkExposures(exposure), checkLevel(level));
  if (fault) return notEstimable(fault);
  const tail = (1 - level) / 2;
  return onlyFinite({
    kind: "estimate",
    estimate: events / exposure,
    low: events === 0 ? 0 : gammaQuantile(tail, events) / exposure,
    high: gammaQuantile(1 - tail, events + 1) / exposure,
  });
}

/**
 * Ratio of two rates given their total, which is binomial: for under 20 events. `exact` is R's `poisson.test`
 * (minimum-likelihood p, Clopper–Pearson limits), `mid-p` its less conservative form. A lower bound only when the first
 * group had no events; not estimable when neither had.
 */
export function conditionalRateRatio(
  counts: TwoCounts & { readonly rule: "exact" | "mid-p" },
  level: number,
): Estimate | LowerBound | NotEstimable {
  const fault = faultIn(counts, level);
  if (fault) return notEstimable(fault);
  const { first, second, rule } = counts;
  const total = first.events + second.events;
  if (total === 0) return notEstimable("no-events");
  if (total > 1e6) return notEstimable("too-many-to-enumerate");
  const masses = binomialMasses(total, second.exposure / (first.exposure + second.exposure));
  const p = at(rule === "exact" ? minimumLikelihoodPs(masses) : midPs(masses), second.events);
  const tail = (1 - level) / 2;
  const limits = rule === "exact" ? exactLimits(second.events, total, tail) : midLimits(second.events, total, tail);
  const scale = first.exposure / second.exposure;
  const low = (scale * limits.low) / (1 - limits.low);
  if (first.events === 0) return onlyFinite({ kind: "lower-bound", low, p });
  const estimate = (scale * second.events) / first.events;
  return onlyFinite({ kind: "estimate", estimate, low, high: (scale * limits.high) / (1 - limits.high), p });
}

function exactLimits(x: number, n: number, tail: number): { low: number; high: number } {
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/** Where each mid-p tail is `tail`. */
function midLimits(x: number, n: number, tail: number): { low: number; high: number } {
  const lower = (share: number) => binomialCdf(x, n, share) - binomialPmf(x, n, share) / 2;
  const inside = { low: 1e-12, high: 1 - 1e-12 };
  return {
    low: x === 0 ? 0 : (findRoot((share) => 1 - lower(share) - tail, inside) ?? 0),
    high: x === n ? 1 : (findRoot((share) => lower(share) - tail, inside) ?? 1),
  };
}

/** Ratio of two rates with Wald limits on the log scale, for 20 events or more per group; `phi` is over-dispersion. */
export function logRateRatio(counts: TwoCounts & { readonly phi: number }, level: number): Estimate | NotEstimable {
  const { first, second, phi } = counts;
  const fault = faultIn(counts, level) ?? checkDispersion(phi);
  if (fault) return notEstimable(fault);
  if (first.events === 0 || second.events === 0) return notEstimable("no-events");
  const ratio = second.events / second.exposure / (first.events / first.exposure);
  const se = Math.sqrt(phi * (1 / first.events + 1 / second.events));
  return summariseRatio({ estimate: Math.log(ratio), se }, level);
}

function faultIn({ first, second }: TwoCounts, level: number): Reason | undefined {
  return firstOf(
    checkCounts(first.events, second.events),
    checkExposures(first.exposure, second.exposure),
    checkLevel(level),
  );
}
