import { fitLeastSquares, type LeastSquaresFit } from "../numeric/least-squares.ts";
import { at, dot, multiply, sum } from "../numeric/matrix.ts";
import { groupRows } from "./contrast-error.ts";
import type { Measured } from "./estimate.ts";

/** A fitted Poisson (log link) or binomial (logit link) model. */
export interface GeneralisedFit {
  readonly coefficients: Float64Array;
  /** The last weighted least-squares step; its contrasts give model-based variances. */
  readonly weighted: LeastSquaresFit;
  /** Working residual of each row times the root of its weight. */
  readonly scores: Float64Array;
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
 * Maximum likelihood by iteratively reweighted least squares, with the starting values and the stopping rule of R's
 * `glm` at epsilon 1e-12 (relative change of the deviance), so that digits agree with it. `undefined` when columns are
 * collinear or coefficients still run when the deviance stands, as they do when a group has no events at all.
 */
export function fitGeneralised(family: "poisson" | "binomial", data: GeneralisedData): GeneralisedFit | undefined {
  const { design, y, offset } = data;
  const { inverse, variance, deviance, start } = families[family];
  let linear = Float64Array.from(y, start);
  let means = linear.map(inverse);
  let before = deviance(y, means);
  let last: ArrayLike<number> = design[0]?.map(() => 0) ?? [];
  for (let turn = 0; turn < 60; turn++) {
    const weights = means.map(variance);
    const roots = weights.map(Math.sqrt);
    const working = linear.map(
      (eta, i) => (eta - at(offset, i) + (at(y, i) - at(means, i)) / at(weights, i)) * at(roots, i),
    );
    if (!working.every(Number.isFinite)) return undefined;
    const scaled = design.map((row, i) => row.map((x) => x * at(roots, i)));
    const fit = fitLeastSquares(scaled, working);
    if (!fit) return undefined;
    linear = Float64Array.from(design, (row, i) => dot(row, fit.coefficients) + at(offset, i));
    means = linear.map(inverse);
    const now = deviance(y, means);
    if (Math.abs(now - before) < 1e-12 * (Math.abs(now) + 0.1)) {
      const runs = fit.coefficients.some((value, j) => Math.abs(value - at(last, j)) > 0.1);
      return runs ? undefined : finish(fit, { y, means, weights, variances: means.map(variance) });
    }
    [before, last] = [now, fit.coefficients];
  }
  return undefined;
}

const families = {
  poisson: {
    inverse: Math.exp,
    variance: (mean: number) => mean,
    start: (y: number) => Math.log(y + 0.1),
    deviance: (y: readonly number[], means: Float64Array) =>
      2 * sum(y.map((value, i) => (value > 0 ? value * Math.log(value / at(means, i)) : 0) - value + at(means, i))),
  },
  binomial: {
    inverse: (eta: number) => 1 / (1 + Math.exp(-eta)),
    variance: (mean: number) => mean * (1 - mean),
    start: (y: number) => (y > 0.5 ? Math.log(3) : -Math.log(3)),
    deviance: (y: readonly number[], means: Float64Array) =>
      -2 * sum(y.map((value, i) => Math.log(value > 0.5 ? at(means, i) : 1 - at(means, i)))),
  },
};

interface LastStep {
  readonly y: readonly number[];
  readonly means: Float64Array;
  readonly weights: Float64Array;
  readonly variances: Float64Array;
}

function finish(fit: LeastSquaresFit, { y, means, weights, variances }: LastStep): GeneralisedFit {
  const residuals = means.map((mean, i) => (at(y, i) - mean) / at(variances, i));
  const pearson = sum(residuals.map((residual, i) => at(variances, i) * residual ** 2));
  const scores = residuals.map((residual, i) => residual * Math.sqrt(at(weights, i)));
  return { coefficients: fit.coefficients, weighted: fit, scores, dispersion: pearson / fit.df };
}

/**
 * One contrast of a fitted model. `model`: as if the family were right, normal. `dispersed`: times √(Pearson χ²/df), t
 * with n − k df. `clustered`: sandwich by cluster times √(G/(G−1)), t with G − 1 df.
 */
export function measureGeneralised(
  fit: GeneralisedFit,
  weights: readonly number[],
  rule:
    | { readonly kind: "model" }
    | { readonly kind: "dispersed" }
    | { readonly kind: "clustered"; readonly clusters: readonly string[] },
): Measured {
  const estimate = dot(weights, fit.coefficients);
  const scaled = fit.weighted.contrast(weights);
  const se = Math.sqrt(dot(scaled, scaled));
  if (rule.kind === "model") return { estimate, se };
  if (rule.kind === "dispersed") return { estimate, se: se * Math.sqrt(fit.dispersion), df: fit.weighted.df };
  const moved = multiply(fit.weighted.q, scaled).map((value, i) => value * at(fit.scores, i));
  const groups = groupRows(rule.clusters);
  const meat = sum(groups.map((rows) => sum(rows.map((i) => at(moved, i))) ** 2));
  return { estimate, se: Math.sqrt((meat * groups.length) / (groups.length - 1)), df: groups.length - 1 };
}
