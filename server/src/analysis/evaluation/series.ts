import { checkLevel } from "../checks.ts";
import { fitLeastSquares, type LeastSquaresFit } from "../numeric/least-squares.ts";
import { at, dot, Matrix, pivotsOf, sum } from "../numeric/matrix.ts";
import { findLowest } from "../numeric/solve.ts";
import { firstOf, type NotEstimable, notEstimable, type Reason } from "../result.ts";
import { measureContrast } from "./contrast-error.ts";
import { type Estimate, type Measured, summarise } from "./estimate.ts";
import { designOf, type SeriesParameter, weightsOf } from "./series-design.ts";

/** Values of consecutive months, the first `before` of them before the change. Gaps are not allowed. */
export interface Series {
  readonly values: readonly number[];
  readonly before: number;
}

/**
 * `ols`: independent months. `newey-west-1`, `-2`: Bartlett weights at that lag, n/(n − k). `prais-winsten`: iterated.
 * `ar1`: restricted maximum likelihood. Under about 40 months only `ols` and `ar1` are near their level: see `headline`.
 */
export type SeriesMethod = "ols" | "newey-west-1" | "newey-west-2" | "prais-winsten" | "ar1";

/** A fitted series: any parameter can be asked of it. */
export interface FittedSeries {
  readonly kind: "fitted";
  /** Autocorrelation that the method settled on; 0 for those that assume none. */
  readonly rho: number;
  /** t with `df` (months − 4 unless said otherwise). */
  measure(parameter: SeriesParameter): Measured;
}

/** Why a series cannot be analysed: fewer than 3 months before or 2 after, or a value that is not a number. */
export function faultInSeries({ values, before }: Series): Reason | undefined {
  return firstOf(
    values.every(Number.isFinite) ? undefined : "not-a-number",
    Number.isSafeInteger(before) && before >= 3 && values.length - before >= 2 ? undefined : "too-few-months",
    values.length >= 6 ? undefined : "too-few-months",
    values.length <= 2000 ? undefined : "value-out-of-range",
  );
}

/** Segmented regression of a series (Wagner et al. 2002). Not estimable when the points lie exactly on their lines. */
export function fitSeries(series: Series, method: SeriesMethod): FittedSeries | NotEstimable {
  const fault = faultInSeries(series);
  if (fault) return notEstimable(fault);
  const { values, before } = series;
  const after = values.length - before;
  const design = designOf(before, after);
  const plain = fitLeastSquares(design, values);
  if (!plain) return notEstimable("not-identified");
  if (!plain.varies(values)) return notEstimable("no-variation");
  const classical = (fit: LeastSquaresFit) => (parameter: SeriesParameter) =>
    measureContrast(fit, weightsOf(parameter, after), { rule: "classical" });
  switch (method) {
    case "ols":
      return { kind: "fitted", rho: 0, measure: classical(plain) };
    case "newey-west-1":
    case "newey-west-2": {
      const lags = method === "newey-west-1" ? 1 : 2;
      return { kind: "fitted", rho: 0, measure: (p) => neweyWest(plain, weightsOf(p, after), lags) };
    }
    case "prais-winsten": {
      const rho = praisWinsten(design, values, plain);
      const fit = rho === undefined ? undefined : fitCorrelated(design, values, rho);
      return fit ? { kind: "fitted", rho: rho ?? 0, measure: classical(fit) } : notEstimable("no-convergence");
    }
    case "ar1": {
      const rho = restrictedRho(plain, -0.9999);
      const fit = fitCorrelated(design, values, rho);
      return fit ? { kind: "fitted", rho, measure: classical(fit) } : notEstimable("not-identified");
    }
  }
}

/** Segmented regression with a summary of one parameter. */
export function estimateSeries(
  series: Series,
  ask: { readonly method: SeriesMethod; readonly parameter: SeriesParameter; readonly level: number },
): Estimate | NotEstimable {
  const fit = fitSeries(series, ask.method);
  if (fit.kind === "not-estimable") return fit;
  return checkLevel(ask.level) ? notEstimable("level-out-of-range") : summarise(fit.measure(ask.parameter), ask.level);
}

/**
 * The rule for series this short: of OLS and AR(1) with ρ ≥ 0, the one with the larger p-value, both on months − 5 df.
 * Its real error rate may still be about twice the nominal one: say so. `chosen` names the one taken.
 */
export function headline(
  series: Series,
  { parameter, level }: { readonly parameter: SeriesParameter; readonly level: number },
): (Estimate & { readonly chosen: "ols" | "ar1" }) | NotEstimable {
  const fault = checkLevel(level);
  const plain = fitSeries(series, "ols");
  if (plain.kind === "not-estimable") return plain;
  if (fault) return notEstimable(fault);
  const { values, before } = series;
  const design = designOf(before, values.length - before);
  const free = fitLeastSquares(design, values);
  const correlated = free && fitCorrelated(design, values, restrictedRho(free, 0));
  const df = values.length - 5;
  const ols = summarise({ ...plain.measure(parameter), df }, level);
  if (!correlated) return ols.kind === "estimate" ? { ...ols, chosen: "ols" } : ols;
  const weights = weightsOf(parameter, values.length - before);
  const ar1 = summarise({ ...measureContrast(correlated, weights, { rule: "classical" }), df }, level);
  if (ols.kind === "not-estimable") return ols;
  if (ar1.kind === "not-estimable") return ar1;
  return (ols.p ?? 1) > (ar1.p ?? 1) ? { ...ols, chosen: "ols" } : { ...ar1, chosen: "ar1" };
}

function neweyWest(fit: LeastSquaresFit, weights: readonly number[], lags: number): Measured {
  const scores = fit.influence(weights).map((value, i) => value * at(fit.residuals, i));
  let variance = dot(scores, scores);
  for (let lag = 1; lag <= lags; lag++) {
    variance += 2 * (1 - lag / (lags + 1)) * dot(scores.subarray(lag), scores);
  }
  const se = Math.sqrt((variance * scores.length) / fit.df);
  return { estimate: dot(weights, fit.coefficients), se, df: fit.df };
}

/** Σeₜeₜ₋₁/Σeₜ₋₁² of the untransformed residuals, until it no longer moves. */
function praisWinsten(
  design: readonly number[][],
  values: readonly number[],
  start: LeastSquaresFit,
): number | undefined {
  let coefficients = start.coefficients;
  let rho = Number.NaN;
  for (let turn = 0; turn < 500; turn++) {
    const e = Float64Array.from(design, (row, t) => at(values, t) - dot(row, coefficients));
    const earlier = e.subarray(0, -1);
    const next = dot(earlier, e.subarray(1)) / dot(earlier, earlier);
    const fit = Math.abs(next) < 1 ? fitCorrelated(design, values, next) : undefined;
    if (!fit) return undefined;
    if (Math.abs(next - rho) < 1e-12) return next;
    [rho, coefficients] = [next, fit.coefficients];
  }
  return undefined;
}

/** Least squares after whitening errors of correlation ρ^|i−j| and equal variance: rows t ≥ 2 less ρ times the last. */
function fitCorrelated(
  design: readonly number[][],
  values: readonly number[],
  rho: number,
): LeastSquaresFit | undefined {
  const root = Math.sqrt(1 - rho * rho);
  const white = design.map((row, t) =>
    t === 0 ? row : row.map((x, j) => (x - rho * (design[t - 1]?.[j] ?? 0)) / root),
  );
  const y = values.map((value, t) => (t === 0 ? value : (value - rho * at(values, t - 1)) / root));
  return fitLeastSquares(white, y);
}

/**
 * The ρ between `low` and 1 that maximises the restricted likelihood, by grid and golden sections. The inverse of the
 * correlation matrix is tridiagonal, so with W = (Q, residuals) its form W'R⁻¹W is (A − ρB + ρ²C)/(1 − ρ²), and a step
 * costs a 5 × 5 elimination however long the series.
 */
function restrictedRho({ q, residuals, df }: LeastSquaresFit, low: number): number {
  const rows = Array.from(residuals, (e, t) => [...q.row(t), e]);
  const k = q.columns + 1;
  const [all, lagged, inner] = [new Matrix(k, k), new Matrix(k, k), new Matrix(k, k)];
  rows.forEach((row, t) => {
    addProduct(all, row, row);
    if (t > 0) addProduct(lagged, row, rows[t - 1] ?? []);
    if (t > 0) addProduct(lagged, rows[t - 1] ?? [], row);
    if (t > 0 && t < rows.length - 1) addProduct(inner, row, row);
  });
  const form = new Matrix(k, k);
  const deviance = (rho: number) => {
    const free = 1 - rho * rho;
    for (let i = 0; i < form.data.length; i++) {
      form.data[i] = (at(all.data, i) - rho * at(lagged.data, i) + rho * rho * at(inner.data, i)) / free;
    }
    const pivots = pivotsOf(form);
    const information = sum(pivots.subarray(0, -1).map(Math.log));
    return df * Math.log(at(pivots, k - 1)) + (rows.length - 1) * Math.log(free) + information;
  };
  return findLowest(deviance, { low, high: 0.9999 });
}

function addProduct(to: Matrix, a: readonly number[], b: readonly number[]): void {
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      to.put(i, j, to.at(i, j) + x * y);
    });
  });
}
