import { checkCounts, checkExposures } from "../checks.ts";
import { firstOf, type NotEstimable, notEstimable } from "../result.ts";
import type { Measured } from "./estimate.ts";
import { fitGeneralised, measureGeneralised } from "./generalised-linear.ts";
import { faultInSeries } from "./series.ts";
import { designOf, type SeriesParameter, weightsOf } from "./series-design.ts";

/** Events of consecutive months and the exposure of each, the first `before` of them before the change. */
export interface CountSeries {
  readonly events: readonly number[];
  readonly exposures: readonly number[];
  readonly before: number;
}

/** A fitted series of counts: parameters are on the log scale, so exponentiated effects are rate ratios. */
export interface FittedCounts {
  readonly kind: "fitted-counts";
  /** Pearson χ² over months − 4. */
  readonly dispersion: number;
  /** `poisson`: as if counts were Poisson, normal. `quasi`: times √dispersion, t with months − 4 df: the headline. */
  measure(parameter: SeriesParameter, rule: "poisson" | "quasi"): Measured;
}

/** Segmented Poisson regression with log exposure. Months are taken as independent. */
export function fitCountSeries({ events, exposures, before }: CountSeries): FittedCounts | NotEstimable {
  const fault = firstOf(
    events.length === exposures.length ? undefined : "different-lengths",
    checkCounts(...events.slice(0, 2001)),
    checkExposures(...exposures.slice(0, 2001)),
    faultInSeries({ values: events, before }),
    events.some((count) => count > 0) ? undefined : "no-events",
  );
  if (fault) return notEstimable(fault);
  const after = events.length - before;
  const offset = exposures.map(Math.log);
  const fit = fitGeneralised("poisson", { design: designOf(before, after), y: events, offset });
  if (!fit) return notEstimable("no-convergence");
  return {
    kind: "fitted-counts",
    dispersion: fit.dispersion,
    measure: (parameter, rule) =>
      measureGeneralised(fit, weightsOf(parameter, after), { kind: rule === "quasi" ? "dispersed" : "model" }),
  };
}
