import { checkLevel } from "../checks.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { fitLeastSquares } from "../numeric/least-squares.ts";
import { dot, sum } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable, onlyFinite } from "../result.ts";
import { type Estimate, summarise } from "./estimate.ts";
import { faultInSeries, type Series } from "./series.ts";

/** The earlier trend carried on: what happened against it, and where it would be in the last month. */
export interface TrendLine {
  readonly kind: "trend-line";
  /** Mean of the months after less the mean of the projection. */
  readonly effect: Estimate | NotEstimable;
  /** Projection for the last month with a prediction interval for one month. */
  readonly projection: Estimate;
}

/**
 * Phillips' trend line: least squares on the months before, projected. SE = σ√(1/after + x̄'(X'X)⁻¹x̄), t with before − 2
 * df. Assumes independent months and that the trend would have gone on; rejects 11–24 % of the time when months are
 * correlated 0.2–0.6 and nothing happened.
 */
export function projectTrend(series: Series, level: number): TrendLine | NotEstimable {
  const fault = firstOf(faultInSeries(series), checkLevel(level));
  if (fault) return notEstimable(fault);
  const { values, before } = series;
  const [earlier, later] = [values.slice(0, before), values.slice(before)];
  const fit = fitLeastSquares(
    earlier.map((_, i) => [1, i + 1]),
    earlier,
  );
  if (!fit) return notEstimable("not-identified");
  if (!fit.varies(earlier)) return notEstimable("no-variation");
  const sigma = Math.sqrt(fit.rss / fit.df);
  const middle = [1, before + (later.length + 1) / 2];
  const leverage = (x: number[]) => dot(fit.contrast(x), fit.contrast(x));
  const estimate = sum(later) / later.length - dot(middle, fit.coefficients);
  const se = sigma * Math.sqrt(1 / later.length + leverage(middle));
  const last = [1, values.length];
  const projected = dot(last, fit.coefficients);
  const reach = tQuantile((1 + level) / 2, fit.df) * sigma * Math.sqrt(1 + leverage(last));
  return onlyFinite({
    kind: "trend-line",
    effect: summarise({ estimate, se, df: fit.df }, level),
    projection: { kind: "estimate", estimate: projected, low: projected - reach, high: projected + reach, df: fit.df },
  });
}
