import { twoSidedNormal } from "../numeric/distributions.ts";
import { fitLeastSquares, type LeastSquaresFit } from "../numeric/least-squares.ts";
import { at, crossProduct, dot, eigen, Matrix } from "../numeric/matrix.ts";
import { integrate } from "../numeric/quadrature.ts";
import { type NotEstimable, notEstimable } from "../result.ts";
import { faultInSeries, type Series } from "./series.ts";
import { designOf } from "./series-design.ts";

/** Signs of autocorrelation in the residuals of the segmented regression. For information: never a gate at 18 points. */
export interface SeriesDiagnostics {
  readonly kind: "diagnostics";
  readonly lag1: number;
  readonly durbinWatson: { readonly statistic: number; readonly p: number };
  readonly ljungBox: { readonly statistic: number; readonly p: number };
}

/**
 * Lag-1 autocorrelation, Durbin–Watson (one-sided, exact p by Imhof's integral) and Ljung–Box at lag 1. The p-value of
 * Durbin–Watson takes some milliseconds at 36 months and is only found up to 120.
 */
export function diagnose(series: Series): SeriesDiagnostics | NotEstimable {
  const fault = faultInSeries(series);
  if (fault) return notEstimable(fault);
  const { values, before } = series;
  if (values.length > 120) return notEstimable("too-many-to-enumerate");
  const fit = fitLeastSquares(designOf(before, values.length - before), values);
  if (!fit) return notEstimable("not-identified");
  if (!fit.varies(values)) return notEstimable("no-variation");
  const e = fit.residuals;
  const n = e.length;
  const lag1 = dot(e.subarray(1), e.subarray(0, -1)) / fit.rss;
  const steps = e.subarray(1).map((value, t) => value - at(e, t));
  const watson = dot(steps, steps) / fit.rss;
  const box = (n * (n + 2) * lag1 * lag1) / (n - 1);
  return {
    kind: "diagnostics",
    lag1,
    durbinWatson: { statistic: watson, p: shareBelow(rootsOf(fit).map((root) => root - watson)) },
    ljungBox: { statistic: box, p: twoSidedNormal(Math.sqrt(box)) },
  };
}

/** The eigenvalues of MAM that are not zero by construction, M the residual maker and A the differencing form. */
function rootsOf({ q }: LeastSquaresFit): number[] {
  const n = q.rows;
  const maker = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) maker.put(i, j, Number(i === j) - dot(q.row(i), q.row(j)));
  }
  const differenced = new Matrix(n - 1, n);
  for (let i = 0; i < n - 1; i++)
    for (let j = 0; j < n; j++) differenced.put(i, j, maker.at(i + 1, j) - maker.at(i, j));
  // A has one zero root (the constant), which M removes together with the other columns of the design.
  return [...eigen(crossProduct(differenced)).values].sort((a, b) => b - a).slice(0, n - q.columns);
}

/** P(Σ λᵢχ²₁ < 0). Imhof 1961: ½ − (1/π)∫ sin(½Σ atan(λu))/(u·Π(1 + λ²u²)^¼) du. */
function shareBelow(roots: readonly number[]): number {
  const scale = Math.max(...roots.map(Math.abs));
  const integrand = (u: number) => {
    let [angle, size] = [0, 0];
    for (const root of roots) {
      angle += Math.atan((root / scale) * u) / 2;
      size += Math.log1p(((root / scale) * u) ** 2) / 4;
    }
    return Math.sin(angle) / u / Math.exp(size);
  };
  // u = x/(1 − x) takes the half line to 0–1; the integrand falls like u^(−1−df/2).
  const folded = (x: number) => integrand(x / (1 - x)) / (1 - x) ** 2;
  const above = 0.5 + integrate(folded, { from: 0, to: 1, panel: 1 / 24 }) / Math.PI;
  return Math.min(1, Math.max(0, 1 - above));
}
