import { checkEvents, checkLevel } from "../checks.ts";
import { betaQuantile, normalQuantile, twoSidedNormal } from "../numeric/distributions.ts";
import { hypergeometricMasses, midPs, minimumLikelihoodPs } from "../numeric/exact-test.ts";
import { at } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable, type Reason } from "../result.ts";
import { type Estimate, summariseRatio } from "./estimate.ts";

/** `events` cases out of `cases`. */
export interface Events {
  readonly events: number;
  readonly cases: number;
}

/** Two independent groups: 1 is before or control. */
export interface TwoGroupEvents {
  readonly first: Events;
  readonly second: Events;
}

/** One proportion with its score interval, which never leaves 0–1. Wilson 1927; Newcombe 1998a. */
export function wilson(group: Events, level: number): Estimate | NotEstimable {
  const fault = firstOf(checkEvents(group.events, group.cases), checkLevel(level));
  if (fault) return notEstimable(fault);
  const estimate = group.events / group.cases;
  return { kind: "estimate", estimate, ...scoreLimits(estimate, group.cases, normalQuantile((1 + level) / 2)) };
}

/** Wilson limits for a proportion of `n`; `n` need not be whole. */
export function scoreLimits(p: number, n: number, z: number): { low: number; high: number } {
  const middle = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return {
    low: p === 0 ? 0 : Math.max(0, (middle - reach) / whole),
    high: p === 1 ? 1 : Math.min(1, (middle + reach) / whole),
  };
}

/** One proportion with the exact interval, which is wider but guaranteed. Clopper & Pearson 1934. */
export function clopperPearson(group: Events, level: number): Estimate | NotEstimable {
  const fault = firstOf(checkEvents(group.events, group.cases), checkLevel(level));
  if (fault) return notEstimable(fault);
  const { events: x, cases: n } = group;
  const tail = (1 - level) / 2;
  return {
    kind: "estimate",
    estimate: x / n,
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/**
 * Difference of two proportions with Newcombe's hybrid score interval (method 10, 1998b) and the pooled z test. The two
 * can disagree near the level: headline the interval. Without any variation there is an interval but no p-value.
 */
export function newcombe(groups: TwoGroupEvents, level: number): Estimate | NotEstimable {
  const fault = faultIn(groups, level);
  if (fault) return notEstimable(fault);
  const { p1, p2, n1, n2 } = sharesOf(groups);
  const z = normalQuantile((1 + level) / 2);
  const [one, two] = [scoreLimits(p1, n1, z), scoreLimits(p2, n2, z)];
  const estimate = p2 - p1;
  const low = estimate - Math.hypot(p2 - two.low, one.high - p1);
  const high = estimate + Math.hypot(two.high - p2, p1 - one.low);
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  const statistic = estimate / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  if (!Number.isFinite(statistic)) return { kind: "estimate", estimate, low, high };
  return { kind: "estimate", estimate, low, high, statistic, p: twoSidedNormal(statistic) };
}

/** R's `prop.test` with Yates' correction; `statistic` is χ². For comparison with other software only. */
export function continuityWald(groups: TwoGroupEvents, level: number): Estimate | NotEstimable {
  const fault = faultIn(groups, level);
  if (fault) return notEstimable(fault);
  const { p1, p2, n1, n2 } = sharesOf(groups);
  const estimate = p2 - p1;
  const both = 1 / n1 + 1 / n2;
  const yates = Math.min(0.5, Math.abs(estimate) / both);
  const se = Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  const reach = normalQuantile((1 + level) / 2) * se + yates * both;
  const interval = { low: Math.max(-1, estimate - reach), high: Math.min(1, estimate + reach) };
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  if (pooled === 0 || pooled === 1) return { kind: "estimate", estimate, ...interval };
  const excess = Math.max(0, Math.abs(n1 * p1 - n1 * pooled) - yates);
  const statistic = (excess * excess * both) / (pooled * (1 - pooled));
  return { kind: "estimate", estimate, ...interval, statistic, df: 1, p: twoSidedNormal(Math.sqrt(statistic)) };
}

/**
 * p-value of a 2×2 table from the hypergeometric distribution: Fisher's exact test (sum of tables no more likely) or
 * mid-p (twice the smaller tail, the table itself counted half). Use when an expected count is below 5.
 */
export function exactProportionTest(groups: TwoGroupEvents, rule: "fisher" | "mid-p"): Estimate | NotEstimable {
  const fault = faultIn(groups, 0.95);
  if (fault) return notEstimable(fault);
  const { first, second } = groups;
  const draws = first.events + second.events;
  if (Math.min(draws, second.cases) > 1e6) return notEstimable("too-many-to-enumerate");
  const masses = hypergeometricMasses({ white: second.cases, black: first.cases, draws });
  const ps = rule === "fisher" ? minimumLikelihoodPs(masses) : midPs(masses);
  const { p1, p2 } = sharesOf(groups);
  return { kind: "estimate", estimate: p2 - p1, p: at(ps, second.events - masses.start) };
}

/** Risk ratio with Wald limits on the log scale. Katz 1978. Not estimable when a group has no events. */
export function riskRatio(groups: TwoGroupEvents, level: number): Estimate | NotEstimable {
  const fault = faultIn(groups, level);
  if (fault) return notEstimable(fault);
  const { p1, p2, n1, n2 } = sharesOf(groups);
  if (p1 === 0 || p2 === 0) return notEstimable("no-events");
  const se = Math.sqrt((1 - p1) / (n1 * p1) + (1 - p2) / (n2 * p2));
  return summariseRatio({ estimate: Math.log(p2 / p1), se }, level);
}

function faultIn({ first, second }: TwoGroupEvents, level: number): Reason | undefined {
  return firstOf(checkEvents(first.events, first.cases), checkEvents(second.events, second.cases), checkLevel(level));
}

function sharesOf({ first, second }: TwoGroupEvents) {
  return {
    n1: first.cases,
    n2: second.cases,
    p1: first.events / first.cases,
    p2: second.events / second.cases,
  };
}
