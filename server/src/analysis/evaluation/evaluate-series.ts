import { checkLevel } from "../checks.ts";
import { type NotEstimable, notEstimable } from "../result.ts";
import type { Estimate } from "./estimate.ts";
import { estimateSeries, faultInSeries, headline, type Series } from "./series.ts";
import { diagnose, type SeriesDiagnostics } from "./series-diagnostics.ts";
import { projectTrend, type TrendLine } from "./trend-line.ts";

/** A headline estimate and which of its two methods it came from. */
export type Headline = (Estimate & { readonly chosen: "ols" | "ar1" }) | NotEstimable;

/** Everything that belongs beside the headline of a monthly series: never show one p-value alone. */
export interface SeriesEvaluation {
  readonly kind: "series-evaluation";
  readonly averageEffect: Headline;
  readonly levelChange: Headline;
  readonly ols: Estimate | NotEstimable;
  readonly trendLine: TrendLine | NotEstimable;
  readonly diagnostics: SeriesDiagnostics | NotEstimable;
  /** `no-slope`: under 8 months before, so no slope may be claimed. `no-seasonality`: under 24. */
  readonly cautions: readonly ("no-slope" | "no-seasonality")[];
}

/**
 * Headline (larger p of OLS and AR(1)), OLS and trend line of a monthly series with `before` months before the change.
 * "Departed from the earlier trend" is all that it can support. Not estimable under 3 months before or 2 after.
 */
export function evaluateSeries(series: Series, level: number): SeriesEvaluation | NotEstimable {
  const fault = faultInSeries(series) ?? checkLevel(level);
  if (fault) return notEstimable(fault);
  const cautions: SeriesEvaluation["cautions"][number][] = [];
  if (series.before < 8) cautions.push("no-slope");
  if (series.before < 24) cautions.push("no-seasonality");
  return {
    kind: "series-evaluation",
    averageEffect: headline(series, { parameter: "average-effect", level }),
    levelChange: headline(series, { parameter: "level-change", level }),
    ols: estimateSeries(series, { method: "ols", parameter: "average-effect", level }),
    trendLine: projectTrend(series, level),
    diagnostics: diagnose(series),
    cautions,
  };
}
