import { normalQuantile, tQuantile, twoSidedNormal, twoSidedT } from "../numeric/distributions.ts";
import { type NotEstimable, notEstimable, onlyFinite } from "../result.ts";

/** What a comparison found. Differences are 2 − 1, ratios 2/1. Absent fields are not defined by the method. */
export interface Estimate {
  readonly kind: "estimate";
  readonly estimate: number;
  /** Standard error; on the log scale for ratios. */
  readonly se?: number;
  readonly low?: number;
  readonly high?: number;
  readonly statistic?: number;
  readonly df?: number;
  /** Two-sided. */
  readonly p?: number;
}

/** A ratio without an upper limit, as its first group had no events: only the lower end of its interval is known. */
export interface LowerBound {
  readonly kind: "lower-bound";
  readonly low: number;
  readonly p: number;
}

/** A number with its standard error, and the degrees of freedom of its t (absent: normal). */
export interface Measured {
  readonly estimate: number;
  readonly se: number;
  readonly df?: number;
}

/** Estimate, interval at `level`, statistic and p-value. Not estimable without a positive standard error. */
export function summarise({ estimate, se, df }: Measured, level: number): Estimate | NotEstimable {
  if (!Number.isFinite(estimate) || !Number.isFinite(se)) return notEstimable("not-identified");
  if (!(se > 1e-13 * Math.abs(estimate)) || se === 0) return notEstimable("no-variation");
  const tail = (1 + level) / 2;
  if (df === undefined) {
    const reach = normalQuantile(tail) * se;
    const statistic = estimate / se;
    const p = twoSidedNormal(statistic);
    return onlyFinite({ kind: "estimate", estimate, se, low: estimate - reach, high: estimate + reach, statistic, p });
  }
  if (!(df > 0 && df < Infinity)) return notEstimable("too-few");
  const reach = tQuantile(tail, df) * se;
  const statistic = estimate / se;
  const p = twoSidedT(statistic, df);
  return onlyFinite({
    kind: "estimate",
    estimate,
    se,
    low: estimate - reach,
    high: estimate + reach,
    statistic,
    df,
    p,
  });
}

/** The same for a log ratio: estimate and interval are exponentiated, `se` stays on the log scale. */
export function summariseRatio(log: Measured, level: number): Estimate | NotEstimable {
  const found = summarise(log, level);
  if (found.kind === "not-estimable") return found;
  const { low, high, ...rest } = found;
  const made = {
    ...rest,
    estimate: Math.exp(found.estimate),
    low: Math.exp(low ?? Number.NaN),
    high: Math.exp(high ?? Number.NaN),
  };
  return Number.isFinite(made.high) && made.low > 0 ? made : notEstimable("not-identified");
}
