import { at } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable } from "../result.ts";

/** The mean of one cluster in one period; `start` is the first trained period, absent when it is never trained. */
export interface ClusterPeriod {
  readonly cluster: string;
  readonly period: number;
  readonly start: number | undefined;
  readonly mean: number;
}

/** Clusters × periods, ready for every staggered analysis. */
export interface StaggeredPanel {
  readonly kind: "panel";
  /** Periods in order. Starts and periods are compared as given, so gaps in the numbering do not matter. */
  readonly periods: readonly number[];
  readonly clusters: readonly string[];
  /** First trained period of each cluster; Infinity when never. */
  readonly starts: readonly number[];
  /** Cells that were measured, by row number of the cluster and column number of the period. */
  readonly cells: readonly { readonly cluster: number; readonly period: number; readonly mean: number }[];
}

/**
 * Arranges cluster-period means. Each cell counts once, whatever the number of people behind it. Not estimable with
 * under three clusters or two periods, a cluster with two starts, a cell given twice, or nobody ever trained.
 */
export function arrange(rows: readonly ClusterPeriod[]): StaggeredPanel | NotEstimable {
  const periods = [...new Set(rows.map(({ period }) => period))].sort((a, b) => a - b);
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))];
  const starts = clusters.map((name) => rows.find(({ cluster }) => cluster === name)?.start ?? Infinity);
  const numbers = new Map(clusters.map((name, i) => [name, i]));
  const columns = new Map(periods.map((period, t) => [period, t]));
  const cells = rows.map(({ cluster, period, mean }) => ({
    cluster: numbers.get(cluster) ?? 0,
    period: columns.get(period) ?? 0,
    mean,
  }));
  const fault = firstOf(
    rows.every(({ mean, period }) => Number.isFinite(mean) && Number.isFinite(period)) ? undefined : "not-a-number",
    clusters.length < 3 ? "too-few-clusters" : undefined,
    periods.length < 2 ? "too-few" : undefined,
    new Set(cells.map(({ cluster, period }) => cluster * periods.length + period)).size < rows.length
      ? "values-out-of-order"
      : undefined,
    rows.every(({ cluster, start }) => at(starts, numbers.get(cluster) ?? 0) === (start ?? Infinity))
      ? undefined
      : "values-out-of-order",
    cells.some(({ cluster, period }) => at(periods, period) >= at(starts, cluster)) ? undefined : "no-change",
  );
  return fault ? notEstimable(fault) : { kind: "panel", periods, clusters, starts, cells };
}
