import type { Test } from "../checks.ts";

// What a study plans to compare. One kind per shape of data; the README maps design × metric to a kind.
// Proportions are 0–1, rates are events per one exposure unit, means and SDs are in the metric's unit.
// Index 1 is before or control, index 2 is after or trained.

/** Two proportions, different people in each group. */
export interface TwoProportions extends Test {
  readonly kind: "two-proportions";
  readonly method: "z-pooled" | "arcsine" | "z-continuity" | "fisher-exact" | "z-pooled-exact";
  readonly p1: number;
  readonly p2: number;
}

/** The same people answer yes or no twice; `rho` is the correlation between the two answers. */
export interface PairedProportions extends Test {
  readonly kind: "paired-proportions";
  readonly method: "connor" | "exact" | "mid-p";
  readonly p1: number;
  readonly p2: number;
  readonly rho: number;
}

/** Two means, different people in each group. */
export interface TwoMeans extends Test {
  readonly kind: "two-means";
  readonly method: "welch" | "pooled";
  readonly delta: number;
  readonly sd1: number;
  readonly sd2: number;
}

/** The same people measured twice; `rho` is the correlation between the two values. */
export interface PairedMeans extends Test {
  readonly kind: "paired-means";
  readonly delta: number;
  readonly sd1: number;
  readonly sd2: number;
  readonly rho: number;
}

/** One group against a fixed value. */
export interface OneMean extends Test {
  readonly kind: "one-mean";
  readonly delta: number;
  readonly sd: number;
}

/** Two rates; sizes are exposures. `phi` is the over-dispersion of the counts (1 = Poisson). */
export interface TwoRates extends Test {
  readonly kind: "two-rates";
  readonly method: "log" | "square-root" | "exact";
  readonly rate1: number;
  readonly rate2: number;
  readonly phi: number;
}

/** Events per person, each person followed for `time`; variance μ + kμ² with `k` the negative-binomial dispersion. */
export interface RatesPerPerson extends Test {
  readonly kind: "rates-per-person";
  readonly rate1: number;
  readonly rate2: number;
  readonly time: number;
  readonly k: number;
}

/**
 * Difference in differences of means. `cross-section`: different people each period, sizes per period. `change`: the
 * same people, t on changes. `ancova`: the same people, after-value adjusted for before-value. Size 1 is treated.
 */
export interface DidMeans extends Test {
  readonly kind: "did-means";
  readonly method: "cross-section" | "change" | "ancova";
  readonly delta: number;
  readonly sd: number;
  readonly rho: number;
}

/** Difference in differences of proportions: 1 and 2 are treated before and after. Size 1 is treated, per period. */
export interface DidProportions extends Test {
  readonly kind: "did-proportions";
  readonly method: "cross-section" | "panel";
  readonly p1: number;
  readonly p2: number;
  readonly controlBefore: number;
  readonly controlAfter: number;
  readonly rho: number;
}

/** Ratio of rate ratios: 1 and 2 are treated before and after. Sizes are exposures per period, size 1 treated. */
export interface DidRates extends Test {
  readonly kind: "did-rates";
  readonly rate1: number;
  readonly rate2: number;
  readonly controlBefore: number;
  readonly controlAfter: number;
  readonly phi: number;
}

/** Teams, not people, are trained: sizes are teams per arm, each of `clusterSize` people. */
export interface ClusteredMeans extends Test {
  readonly kind: "clustered-means";
  readonly delta: number;
  readonly sd: number;
  readonly clusterSize: number;
  readonly icc: number;
}

/** Every comparison that has a sample size in each of two groups (or in one, for paired data). */
export type Plan =
  | TwoProportions
  | PairedProportions
  | TwoMeans
  | PairedMeans
  | OneMean
  | TwoRates
  | RatesPerPerson
  | DidMeans
  | DidProportions
  | DidRates
  | ClusteredMeans;

/** People, exposure units or teams in each group. Kinds with one group read `n1` only. */
export interface Size {
  readonly n1: number;
  readonly n2: number;
}

/** A plan whose hoped-for value is still open: what `detectableChange` fills in. */
export type Unaimed<P extends Plan = Plan> = P extends Plan ? Omit<P, "p2" | "rate2" | "delta"> : never;

/** The plan with its hoped-for value: `p2` or `rate2` where the plan has one, `delta` for means. */
export function aim(plan: Unaimed, value: number): Plan {
  switch (plan.kind) {
    case "two-proportions":
    case "paired-proportions":
    case "did-proportions":
      return { ...plan, p2: value };
    case "two-rates":
    case "rates-per-person":
    case "did-rates":
      return { ...plan, rate2: value };
    default:
      return { ...plan, delta: value };
  }
}
