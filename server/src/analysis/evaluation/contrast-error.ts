import type { LeastSquaresFit } from "../numeric/least-squares.ts";
import { at, crossProduct, dot, eigen, Matrix, multiply, multiplyTransposed, sum } from "../numeric/matrix.ts";
import type { Measured } from "./estimate.ts";

/**
 * How the standard error of a regression contrast is found. `classical`: equal variances. `HC0`–`HC3`: unequal ones
 * (White; MacKinnon & White), t with n − k df. `CR1`: clusters, factor G/(G−1)·(n−1)/(n−k), t with G − 1 df: for 40
 * clusters or more. `CR2`: few clusters, bias-reduced with Satterthwaite df (Pustejovsky & Tipton 2018).
 */
export type ErrorRule = "classical" | "HC0" | "HC1" | "HC2" | "HC3" | "CR1" | "CR2";

/** One contrast c'β of a fit with its standard error and df; `clusters` names the cluster of each row, for CR rules. */
export function measureContrast(
  fit: LeastSquaresFit,
  weights: readonly number[],
  { rule, clusters }: { readonly rule: ErrorRule; readonly clusters?: readonly string[] },
): Measured {
  const estimate = dot(weights, fit.coefficients);
  switch (rule) {
    case "classical": {
      const scaled = fit.contrast(weights);
      return { estimate, se: Math.sqrt((fit.rss / fit.df) * dot(scaled, scaled)), df: fit.df };
    }
    case "CR1":
      return { estimate, ...clusterError(fit, weights, clusters ?? []) };
    case "CR2":
      return { estimate, ...reducedClusterError(fit, weights, clusters ?? []) };
    default:
      return { estimate, se: robustError(fit, weights, rule), df: fit.df };
  }
}

function robustError(fit: LeastSquaresFit, weights: readonly number[], rule: "HC0" | "HC1" | "HC2" | "HC3"): number {
  const moved = fit.influence(weights).map((value, i) => value * at(fit.residuals, i));
  const terms = moved.map((value, i) => {
    const free = 1 - dot(fit.q.row(i), fit.q.row(i));
    if (rule === "HC2") return value ** 2 / free;
    return rule === "HC3" ? (value / free) ** 2 : value ** 2;
  });
  return Math.sqrt(sum(terms) * (rule === "HC1" ? fit.q.rows / fit.df : 1));
}

/** Row numbers of each cluster, in order of first appearance. */
export function groupRows(clusters: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  clusters.forEach((name, i) => {
    const rows = groups.get(name);
    if (rows) rows.push(i);
    else groups.set(name, [i]);
  });
  return [...groups.values()];
}

function clusterError(fit: LeastSquaresFit, weights: readonly number[], clusters: readonly string[]) {
  const influence = fit.influence(weights);
  const groups = groupRows(clusters);
  const meat = sum(groups.map((rows) => sum(rows.map((i) => at(influence, i) * at(fit.residuals, i))) ** 2));
  const g = groups.length;
  const factor = (g / (g - 1)) * ((fit.q.rows - 1) / fit.df);
  return { se: Math.sqrt(meat * factor), df: g - 1 };
}

/**
 * CR2 with an identity working model. For cluster g the adjustment is (I − QgQg')^(−1/2), the pseudo-inverse root when a
 * cluster has its own dummy; through the eigenvectors of the small Qg'Qg it costs k³ however large the cluster.
 * df = (Σ Pgg)²/ΣΣ Pgh², P the covariance of the cluster scores if errors were independent.
 */
function reducedClusterError(fit: LeastSquaresFit, weights: readonly number[], clusters: readonly string[]) {
  const influence = fit.influence(weights);
  const groups = groupRows(clusters);
  const parts = groups.map((rows) => {
    const score = adjust(
      fit.q,
      rows,
      Float64Array.from(rows, (i) => at(influence, i)),
    );
    const residual = sum(rows.map((i, j) => at(score, j) * at(fit.residuals, i)));
    const projected = multiplyTransposed(Matrix.of(rows.map((i) => fit.q.row(i))), score);
    return { residual, size: dot(score, score), projected };
  });
  let trace = 0;
  let squares = 0;
  parts.forEach((one, g) => {
    parts.forEach((two, h) => {
      const p = (g === h ? one.size : 0) - dot(one.projected, two.projected);
      if (g === h) trace += p;
      squares += p * p;
    });
  });
  return { se: Math.sqrt(sum(parts.map(({ residual }) => residual ** 2))), df: trace ** 2 / squares };
}

function adjust(q: Matrix, rows: readonly number[], values: Float64Array): Float64Array {
  const { values: shares, vectors } = eigen(crossProduct(q, rows));
  const adjusted = Float64Array.from(values);
  const own = Matrix.of(rows.map((i) => q.row(i)));
  shares.forEach((share, j) => {
    if (share < 1e-13) return;
    const direction = multiply(own, vectors.column(j));
    const root = 1 - share > 1e-10 ? 1 / Math.sqrt(1 - share) : 0;
    const step = ((root - 1) * dot(direction, values)) / share;
    for (let i = 0; i < adjusted.length; i++) adjusted[i] = at(adjusted, i) + step * at(direction, i);
  });
  return adjusted;
}
