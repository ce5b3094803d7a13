import { at, dot, multiply, sum } from "../numeric/matrix.ts";
import { groupRows } from "./contrast-error.ts";
import type { Measured } from "./estimate.ts";
import { fitLeastSquares, type LeastSquaresFit } from "./least-squares.ts";

/** A fitted Poisson (log link) or binomial (logit link) model. */
export interface GeneralisedFit {
  readonly coefficients: Float64Array;
  /** The last weighted least-squares step; its contrasts give model-based variances. */
  readonly weighted: LeastSquaresFit;
  /** Expected value of each row. */
  readonly means: Float64Array;
  /** Variance of each row if the family is right. */
  readonly variances: Float64Array;
  readonly y: readonly number[];
  /** Pearson χ² over residual degrees of freedom. */
  readonly dispersion: number;
}

/** Rows of a design, what was counted, and log exposure (0 when there is none). */
export interface GeneralisedData {
  readonly design: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly offset: readonly number[];
}

/**
 * Maximum likelihood by iteratively reweighted least squares. `undefined` when columns are collinear or the fit runs
 * away, as it does when a group has no events at all (separation).
 */
export function fitGeneralised(family: "poisson" | "binomial", data: GeneralisedData): GeneralisedFit | undefined {
  const { design, y, offset } = data;
  let linear = Float64Array.from(y, (value) => (family === "poisson" ? Math.log(value + 0.1) : value > 0.5 ? 1 : -1));
  let last: Float64Array | undefined;
  for (let turn = 0; turn < 60; turn++) {
    const means = linear.map((eta) => (family === "poisson" ? Math.exp(eta) : 1 / (1 + Math.exp(-eta))));
    const weights = means.map((mean) => (family === "poisson" ? mean : mean * (1 - mean)));
    const roots = weights.map(Math.sqrt);
    const working = linear.map(
      (eta, i) => (eta - at(offset, i) + (at(y, i) - at(means, i)) / at(weights, i)) * at(roots, i),
    );
    if (!working.every(Number.isFinite)) return undefined;
    const fit = fitLeastSquares(
      design.map((row, i) => row.map((x) => x * at(roots, i))),
      working,
    );
    if (!fit) return undefined;
    linear = Float64Array.from(design, (row, i) => dot(row, fit.coefficients) + at(offset, i));
    if (last && settled(fit.coefficients, last)) return finish(fit, { data, means, weights });
    last = fit.coefficients;
  }
  return undefined;
}

function settled(now: Float64Array, before: Float64Array): boolean {
  return now.every((value, j) => Math.abs(value - at(before, j)) <= 1e-11 * (1 + Math.abs(value)));
}

function finish(
  fit: LeastSquaresFit,
  { data, means, weights }: { data: GeneralisedData; means: Float64Array; weights: Float64Array },
): GeneralisedFit {
  const pearson = sum(data.y.map((value, i) => (value - at(means, i)) ** 2 / at(weights, i)));
  return {
    coefficients: fit.coefficients,
    weighted: fit,
    means,
    variances: weights,
    y: data.y,
    dispersion: pearson / fit.df,
  };
}

/**
 * One contrast of a fitted model. `model`: as if the family were right, normal. `dispersed`: times √(Pearson χ²/df), t
 * with n − k df. `clustered`: sandwich by cluster times √(G/(G−1)), t with G − 1 df.
 */
export function measureGeneralised(
  fit: GeneralisedFit,
  weights: readonly number[],
  rule: { readonly kind: "model" } | { readonly kind: "dispersed" } | { readonly kind: "clustered"; readonly clusters: readonly string[] },
): Measured {
  const estimate = dot(weights, fit.coefficients);
  const scaled = fit.weighted.contrast(weights);
  const se = Math.sqrt(dot(scaled, scaled));
  if (rule.kind === "model") return { estimate, se };
  if (rule.kind === "dispersed") return { estimate, se: se * Math.sqrt(fit.dispersion), df: fit.weighted.df };
  // The rows of the weighted design are √w·x, so x'Mc = (√w·x)'Mc/√w; for these families w is the variance of y.
  const influence = multiply(fit.weighted.q, scaled);
  const scores = influence.map(
    (value, i) => (value * (at(fit.y, i) - at(fit.means, i))) / Math.sqrt(at(fit.variances, i)),
  );
  const groups = groupRows(rule.clusters);
  const meat = sum(groups.map((rows) => sum(rows.map((i) => at(scores, i))) ** 2));
  return { estimate, se: Math.sqrt((meat * groups.length) / (groups.length - 1)), df: groups.length - 1 };
}
