import { at } from "../numeric/matrix.ts";
import { integerSource, shuffle } from "../numeric/random.ts";
import { type NotEstimable, notEstimable } from "../result.ts";
import type { Estimate } from "./estimate.ts";
import type { StaggeredPanel } from "./staggered-panel.ts";
import { twoWayEstimator } from "./staggered-regression.ts";

/** `att`: average over all trained cells that can be compared. `first-period`: only each cluster's first trained one. */
export type StaggeredEffect = "att" | "first-period" | "two-way";

/**
 * Average effect on the trained against clusters not yet trained, each cell compared with its cluster's last period
 * before training, weighted by clusters. Callaway & Sant'Anna 2021, "simple". Not estimable when no trained cell has
 * both a period before and a cluster still waiting.
 */
export function averageEffect(panel: StaggeredPanel, which: StaggeredEffect): Estimate | NotEstimable {
  const estimate = estimatorOf(panel, which)?.(panel.starts);
  return estimate === undefined || !Number.isFinite(estimate)
    ? notEstimable("not-identified")
    : { kind: "estimate", estimate };
}

function estimatorOf(panel: StaggeredPanel, which: StaggeredEffect) {
  return which === "two-way" ? twoWayEstimator(panel) : againstWaiting(panel, which);
}

function againstWaiting(panel: StaggeredPanel, which: StaggeredEffect): (starts: readonly number[]) => number {
  const width = panel.periods.length;
  const table = new Float64Array(panel.clusters.length * width).fill(Number.NaN);
  for (const { cluster, period, mean } of panel.cells) table[cluster * width + period] = mean;
  const change = (cluster: number, from: number, to: number) =>
    at(table, cluster * width + to) - at(table, cluster * width + from);
  const columns = new Map(panel.periods.map((period, t) => [period, t]));

  return (starts) => {
    let [total, weight] = [0, 0];
    for (const start of new Set(starts)) {
      const first = columns.get(start);
      if (first === undefined || first === 0) continue;
      for (let t = first; t < width && (which === "att" || t === first); t++) {
        const now = at(panel.periods, t);
        const trained = meanChange(
          starts,
          (other) => other === start,
          (i) => change(i, first - 1, t),
        );
        const waiting = meanChange(
          starts,
          (other) => other > now,
          (i) => change(i, first - 1, t),
        );
        if (trained.n === 0 || waiting.n === 0) continue;
        total += trained.n * (trained.mean - waiting.mean);
        weight += trained.n;
      }
    }
    return total / weight;
  };
}

/** Mean over the clusters that belong and were measured in both periods. */
function meanChange(starts: readonly number[], belongs: (start: number) => boolean, change: (i: number) => number) {
  let [n, total] = [0, 0];
  for (let i = 0; i < starts.length; i++) {
    if (!belongs(at(starts, i))) continue;
    const value = change(i);
    if (Number.isNaN(value)) continue;
    n += 1;
    total += value;
  }
  return { n, mean: total / n };
}

/** How unusual the effect would be had the same schedule been dealt to the clusters in another order. */
export interface PermutationTest {
  readonly kind: "permutation";
  readonly estimate: number;
  /** Share of schedules at least as extreme, the real one included. */
  readonly p: number;
  /** Different schedules; the smallest possible exact p is 1 over this. Show it. */
  readonly schedules: number;
  readonly exact: boolean;
}

/**
 * Permutation p-value over all orders of the start dates: exact up to 10,000 different schedules, beyond that by
 * `draws` seeded random ones, (b + 1)/(draws + 1). Valid only when the order was, or might as well have been, random.
 */
export function permute(
  panel: StaggeredPanel,
  which: StaggeredEffect,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): PermutationTest | NotEstimable {
  const estimator = estimatorOf(panel, which);
  const estimate = estimator?.(panel.starts);
  if (!estimator || estimate === undefined || !Number.isFinite(estimate)) return notEstimable("not-identified");
  const limit = Math.abs(estimate) * (1 - 1e-9);
  const extreme = (starts: readonly number[]) => !(Math.abs(estimator(starts)) < limit);
  const schedules = countOrders(panel.starts);
  if (schedules <= 10_000) {
    let hits = 0;
    for (const starts of ordersOf(panel.starts)) if (extreme(starts)) hits++;
    return { kind: "permutation", estimate, p: hits / schedules, schedules, exact: true };
  }
  if (!(Number.isSafeInteger(draws) && draws >= 1 && draws <= 1e6)) return notEstimable("too-few");
  const next = integerSource(Number.isFinite(seed) ? seed : 0, 0);
  const starts = [...panel.starts];
  let hits = 1;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(starts, next);
    if (extreme(starts)) hits++;
  }
  return { kind: "permutation", estimate, p: hits / (draws + 1), schedules, exact: false };
}

/** n!/(n₁!n₂!…) */
function countOrders(starts: readonly number[]): number {
  const seen = new Map<number, number>();
  let orders = 1;
  starts.forEach((start, i) => {
    const times = (seen.get(start) ?? 0) + 1;
    seen.set(start, times);
    orders = (orders * (i + 1)) / times;
  });
  return Math.round(orders);
}

function* ordersOf(starts: readonly number[]): Generator<readonly number[]> {
  const left = new Map<number, number>();
  for (const start of starts) left.set(start, (left.get(start) ?? 0) + 1);
  const order: number[] = [];
  function* place(): Generator<readonly number[]> {
    if (order.length === starts.length) yield order;
    for (const [start, times] of left) {
      if (times === 0) continue;
      left.set(start, times - 1);
      order.push(start);
      yield* place();
      order.pop();
      left.set(start, times);
    }
  }
  yield* place();
}
