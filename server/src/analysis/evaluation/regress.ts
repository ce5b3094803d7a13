import { checkFinite, checkLevel } from "../checks.ts";
import { fitLeastSquares, type LeastSquaresFit } from "../numeric/least-squares.ts";
import { sum } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable, type Reason } from "../result.ts";
import { type ErrorRule, measureContrast } from "./contrast-error.ts";
import { type Estimate, summarise } from "./estimate.ts";
import { fitGeneralised, type GeneralisedFit, measureGeneralised } from "./generalised-linear.ts";

/** Rows to regress: each has explanatory values, a result, the cluster it belongs to and its exposure for counts. */
export interface RegressionRow {
  readonly x: readonly number[];
  readonly y: number;
  readonly cluster?: string;
  readonly exposure?: number;
}

/** Least squares of y on 1, x…: the coefficient of the last x. Clusters are needed by the CR rules. */
export function regress(
  rows: readonly RegressionRow[],
  { rule, level }: { readonly rule: ErrorRule; readonly level: number },
): Estimate | NotEstimable {
  const fault = faultIn(rows, level) ?? (rule.startsWith("CR") ? faultInClusters(rows) : undefined);
  if (fault) return notEstimable(fault);
  const y = rows.map((row) => row.y);
  const fit = fitLeastSquares(
    rows.map(({ x }) => [1, ...x]),
    y,
  );
  if (!fit) return notEstimable("not-identified");
  if (!(fit.df > 0)) return notEstimable("too-few");
  if (!fit.varies(y)) return notEstimable("no-variation");
  return summarise(
    measureContrast(fit, lastOf(fit), { rule, clusters: rows.map(({ cluster }) => cluster ?? "") }),
    level,
  );
}

/** How the error of a count or yes/no regression is found: see `measureGeneralised`. */
export type GeneralisedRule = "model" | "dispersed" | "clustered";

/** Poisson regression of y on 1, x… with log exposure: the coefficient of the last x, a log rate ratio. */
export function regressCounts(
  rows: readonly RegressionRow[],
  { rule, level }: { readonly rule: GeneralisedRule; readonly level: number },
): Estimate | NotEstimable {
  const fit = fitCounts(rows, level);
  if ("because" in fit) return fit;
  if (rule !== "clustered") return summarise(measureGeneralised(fit, lastOf(fit.weighted), { kind: rule }), level);
  const fault = faultInClusters(rows);
  if (fault) return notEstimable(fault);
  const clusters = rows.map(({ cluster }) => cluster ?? "");
  return summarise(measureGeneralised(fit, lastOf(fit.weighted), { kind: "clustered", clusters }), level);
}

/** Over-dispersion of the same Poisson regression: Pearson χ²/df, with its df. The `phi` of the next plan. */
export function dispersionOfCounts(rows: readonly RegressionRow[]): Estimate | NotEstimable {
  const fit = fitCounts(rows, 0.95);
  if ("because" in fit) return fit;
  return { kind: "estimate", estimate: fit.dispersion, df: fit.weighted.df };
}

function fitCounts(rows: readonly RegressionRow[], level: number): GeneralisedFit | NotEstimable {
  const fault = faultIn(rows, level);
  if (fault) return notEstimable(fault);
  if (rows.some(({ y }) => y < 0)) return notEstimable("count-not-whole");
  if (rows.some(({ exposure = 1 }) => !(exposure > 0 && exposure < Infinity)))
    return notEstimable("exposure-not-positive");
  if (sum(rows.map(({ y }) => y)) === 0) return notEstimable("no-events");
  const offset = rows.map(({ exposure = 1 }) => Math.log(exposure));
  const fit = fitGeneralised("poisson", { design: rows.map(({ x }) => [1, ...x]), y: rows.map(({ y }) => y), offset });
  if (!fit) return notEstimable("no-convergence");
  return fit.weighted.df > 0 ? fit : notEstimable("too-few");
}

/** Logistic regression of 0/1 y on 1, x…: the coefficient of the last x, a log odds ratio. */
export function regressLogit(rows: readonly RegressionRow[], level: number): Estimate | NotEstimable {
  const fault = faultIn(rows, level);
  if (fault) return notEstimable(fault);
  if (rows.some(({ y }) => y !== 0 && y !== 1)) return notEstimable("proportion-out-of-range");
  const data = { design: rows.map(({ x }) => [1, ...x]), y: rows.map(({ y }) => y), offset: rows.map(() => 0) };
  const fit = fitGeneralised("binomial", data);
  if (!fit) return notEstimable("no-convergence");
  return summarise(measureGeneralised(fit, lastOf(fit.weighted), { kind: "model" }), level);
}

function faultIn(rows: readonly RegressionRow[], level: number): Reason | undefined {
  const width = rows[0]?.x.length;
  return firstOf(
    checkLevel(level),
    rows.length < 3 ? "too-few" : undefined,
    rows.every(({ x }) => x.length === width) ? undefined : "different-lengths",
    rows.every(({ x, y }) => checkFinite(y, ...x) === undefined) ? undefined : "not-a-number",
  );
}

function faultInClusters(rows: readonly RegressionRow[]): Reason | undefined {
  return new Set(rows.map(({ cluster }) => cluster)).size >= 2 ? undefined : "too-few-clusters";
}

function lastOf(fit: LeastSquaresFit): number[] {
  return Array.from(fit.coefficients, (_, j) => (j === fit.coefficients.length - 1 ? 1 : 0));
}
