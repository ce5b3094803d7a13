import { checkDeviations, checkFinite } from "../checks.ts";
import { normalCdf, normalDensity } from "../numeric/distributions.ts";
import { firstOf, type NotEstimable, notEstimable, onlyFinite } from "../result.ts";

/** People picked because their first value lay above or below `cut`. */
export interface Selection {
  readonly mean: number;
  readonly sd: number;
  /** Correlation between first and second value, 0–1 at most. */
  readonly rho: number;
  readonly cut: number;
  readonly selected: "above" | "below";
}

/**
 * The change that people selected by their first value show without any training: −(1 − ρ)·σφ(z)/Φ(z), for normal
 * values. Barnett 2005. `before` is their expected first value. Subtract `change` from what a before/after study finds.
 * Not estimable when so few lie beyond the cut that the share underflows.
 */
export function regressionToMean({
  mean,
  sd,
  rho,
  cut,
  selected,
}: Selection):
  | { readonly kind: "regression-to-mean"; readonly before: number; readonly change: number }
  | NotEstimable {
  const fault = firstOf(
    checkFinite(mean, cut),
    checkDeviations(sd),
    rho >= -1 && rho <= 1 ? undefined : "correlation-out-of-range",
  );
  if (fault) return notEstimable(fault);
  const sign = selected === "above" ? 1 : -1;
  const z = (sign * (cut - mean)) / sd;
  const share = normalCdf(-z);
  if (!(share > 0)) return notEstimable("too-few");
  const shift = (sign * sd * normalDensity(z)) / share;
  return onlyFinite({ kind: "regression-to-mean", before: mean + shift, change: -(1 - rho) * shift });
}
