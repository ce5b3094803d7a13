import { fitLeastSquares, type LeastSquaresFit } from "../numeric/least-squares.ts";
import { at, crossProduct, dot, Matrix, pivotsOf, sum } from "../numeric/matrix.ts";
import { findLowest } from "../numeric/solve.ts";
import { type NotEstimable, notEstimable } from "../result.ts";
import { type ErrorRule, groupRows, measureContrast } from "./contrast-error.ts";
import { type Estimate, summarise } from "./estimate.ts";
import type { StaggeredPanel } from "./staggered-panel.ts";

// Second-line analyses of a stepped rollout: both are biased when effects grow with time (Goodman-Bacon 2021).

/** Two-way fixed effects: cluster and period dummies, and trained or not. Errors by `rule`, clustered by cluster. */
export function fitTwoWay(
  panel: StaggeredPanel,
  { rule, level }: { readonly rule: ErrorRule; readonly level: number },
): Estimate | NotEstimable {
  const design = panel.cells.map((cell) => [
    ...panel.clusters.map((_, i) => Number(cell.cluster === i)),
    ...periodDummies(panel, cell.period),
    trainedIn(panel, cell),
  ]);
  const y = panel.cells.map(({ mean }) => mean);
  const fit = fitLeastSquares(design, y);
  if (!fit || fit.df < 1) return notEstimable("not-identified");
  if (!fit.varies(y)) return notEstimable("no-variation");
  const clusters = panel.cells.map(({ cluster }) => String(cluster));
  return summarise(measureContrast(fit, lastOf(fit), { rule, clusters }), level);
}

function periodDummies({ periods }: StaggeredPanel, period: number): number[] {
  return periods.slice(1).map((_, t) => Number(period === t + 1));
}

function trainedIn(panel: StaggeredPanel, cell: { cluster: number; period: number }): number {
  return Number(at(panel.periods, cell.period) >= at(panel.starts, cell.cluster));
}

function lastOf(fit: LeastSquaresFit): number[] {
  return Array.from(fit.coefficients, (_, j) => (j === fit.coefficients.length - 1 ? 1 : 0));
}

/** A mixed model's effect and its two variances. */
export interface MixedModel {
  readonly kind: "mixed-model";
  readonly effect: Estimate;
  /** Variance between clusters. */
  readonly between: number;
  /** Variance of a cell within its cluster. */
  readonly within: number;
}

/**
 * Hussey & Hughes: fixed periods, a random level per cluster, restricted maximum likelihood, profiled over the ratio of
 * the two variances. df as R's nlme, which is anti-conservative with few clusters.
 */
export function fitMixedModel(panel: StaggeredPanel, level: number): MixedModel | NotEstimable {
  const groups = groupRows(panel.cells.map(({ cluster }) => String(cluster)));
  const design = panel.cells.map((cell) => [1, ...periodDummies(panel, cell.period), trainedIn(panel, cell)]);
  const y = panel.cells.map(({ mean }) => mean);
  const df = y.length - groups.length - panel.periods.length;
  if (df < 1) return notEstimable("too-few");
  const fitAt = (ratio: number) => fitWhitened(design, y, { groups, ratio });
  const fitAtZero = fitAt(0);
  if (!fitAtZero) return notEstimable("not-identified");
  if (!fitAtZero.varies(y)) return notEstimable("no-variation");
  const deviance = restrictedDeviance(fitAtZero, groups);
  const found = Math.exp(findLowest((log) => deviance(Math.exp(log)), { low: -14, high: 14 }));
  const ratio = deviance(0) <= deviance(found) ? 0 : found;
  const fit = fitAt(ratio) ?? fitAtZero;
  const effect = summarise({ ...measureContrast(fit, lastOf(fit), { rule: "classical" }), df }, level);
  if (effect.kind === "not-estimable") return effect;
  const within = fit.rss / fit.df;
  return { kind: "mixed-model", effect, between: ratio * within, within };
}

/** Least squares after taking each row less a share of its cluster's mean, so that rows become independent. */
function fitWhitened(
  design: readonly number[][],
  y: readonly number[],
  { groups, ratio }: { groups: readonly number[][]; ratio: number },
): LeastSquaresFit | undefined {
  const rows = design.map((row, i) => [...row, at(y, i)]);
  for (const group of groups) {
    const share = 1 - 1 / Math.sqrt(1 + group.length * ratio);
    const means = (design[0] ?? []).concat(0).map((_, j) => sum(group.map((i) => rows[i]?.[j] ?? 0)) / group.length);
    for (const i of group) rows[i] = (rows[i] ?? []).map((value, j) => value - share * at(means, j));
  }
  return fitLeastSquares(
    rows.map((row) => row.slice(0, -1)),
    rows.map((row) => row.at(-1) ?? 0),
  );
}

/**
 * −2 × restricted log likelihood by the ratio of variances, up to a constant. V⁻¹ of a cluster of n cells is
 * I − ratio/(1 + n·ratio)·J, so with W = (Q, residuals) only the cluster sums of W are needed.
 */
function restrictedDeviance({ q, residuals, df }: LeastSquaresFit, groups: readonly number[][]) {
  const rows = Matrix.of(Array.from(residuals, (e, i) => [...q.row(i), e]));
  const k = rows.columns;
  const all = crossProduct(rows);
  const sums = groups.map((group) => Float64Array.from({ length: k }, (_, j) => sum(group.map((i) => rows.at(i, j)))));
  return (ratio: number) => {
    const form = new Matrix(k, k);
    form.data.set(all.data);
    let determinant = 0;
    sums.forEach((part, g) => {
      const n = groups[g]?.length ?? 0;
      const share = ratio / (1 + n * ratio);
      determinant += Math.log(1 + n * ratio);
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) form.put(i, j, form.at(i, j) - share * at(part, i) * at(part, j));
      }
    });
    const pivots = pivotsOf(form);
    return df * Math.log(at(pivots, k - 1)) + determinant + sum(pivots.subarray(0, -1).map(Math.log));
  };
}

/** The two-way estimate as a function of the starts alone, for going through schedules: (D'My)/(D'MD). */
export function twoWayEstimator(panel: StaggeredPanel): ((starts: readonly number[]) => number) | undefined {
  const dummies = panel.cells.map((cell) => [
    ...panel.clusters.map((_, i) => Number(cell.cluster === i)),
    ...periodDummies(panel, cell.period),
  ]);
  const y = panel.cells.map(({ mean }) => mean);
  const nuisance = fitLeastSquares(dummies, y);
  if (!nuisance) return undefined;
  const { q, residuals } = nuisance;
  return (starts) => {
    const trained = panel.cells.map((cell) => Number(at(panel.periods, cell.period) >= at(starts, cell.cluster)));
    const explained = new Float64Array(q.columns);
    let [top, bottom] = [0, 0];
    for (let i = 0; i < trained.length; i++) {
      if (trained[i] !== 1) continue;
      top += at(residuals, i);
      bottom += 1;
      for (let j = 0; j < q.columns; j++) explained[j] = at(explained, j) + q.at(i, j);
    }
    return top / (bottom - dot(explained, explained));
  };
}
