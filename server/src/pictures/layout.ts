import { isAlone, type Link, type Neighbors, neighborsOf, orderColumns, type Placed } from "./order.ts";

export interface Layout {
  /** Top of every item, from 0 down. */
  readonly tops: readonly number[];
  readonly height: number;
  /** Items by column, from top to bottom. */
  readonly columns: readonly (readonly number[])[];
}

const PASSES = 24;

/** Puts items into columns, near what they are connected to, none over another, `gap` apart. */
export function layOut(items: readonly Placed[], links: readonly Link[], count: number, gap: number): Layout {
  const neighbors = neighborsOf(items, links);
  const columns = orderColumns(items, neighbors, count);
  const centers = items.map(() => 0);
  for (const column of columns) {
    let at = 0;
    for (const index of column) {
      const height = items[index]?.height ?? 0;
      centers[index] = at + height / 2;
      at += height + gap;
    }
  }
  const linkedColumns = columns.map((column) => column.filter((index) => !isAlone(index, neighbors)));
  // At first everything follows what is left of it, which puts a plain chain on one line.
  const leftOnly = {
    ...neighbors,
    right: neighbors.right.map((right, index) => (neighbors.left[index]?.length ? [] : right)),
  };
  const wayBack = linkedColumns.toReversed();
  for (let pass = 0, moved = 1; pass < PASSES && moved > 0.1; pass++) {
    moved = 0;
    for (const column of pass % 2 === 0 ? linkedColumns : wayBack) {
      moved = Math.max(moved, settle(column, items, pass === 0 ? leftOnly : neighbors, centers, gap));
    }
  }
  const topOf = (index: number) => (centers[index] ?? 0) - (items[index]?.height ?? 0) / 2;
  const least = linkedColumns.flat().reduce((top, index) => Math.min(top, topOf(index)), Number.POSITIVE_INFINITY);
  const tops = items.map((_, index) => Math.round(topOf(index) - least));
  for (const column of columns) {
    let below = 0;
    for (const index of column) {
      if (isAlone(index, neighbors)) tops[index] = below;
      below = (tops[index] ?? 0) + (items[index]?.height ?? 0) + gap;
    }
  }
  const height = items.reduce((most, item, index) => Math.max(most, (tops[index] ?? 0) + item.height), 0);
  return { tops, height, columns };
}

/**
 * Moves the items of a column as near to the middle of their neighbors as their order and distance allow (least
 * squares, by pooling neighbors that would meet). Gives the longest way that one moved.
 */
function settle(
  column: readonly number[],
  items: readonly Placed[],
  neighbors: Neighbors,
  centers: number[],
  gap: number,
): number {
  const offsets: number[] = [];
  const pools: { sum: number; weight: number; readonly from: number }[] = [];
  let offset = 0;
  for (const [place, index] of column.entries()) {
    const height = items[index]?.height ?? 0;
    const above = column[place - 1];
    if (above !== undefined) offset += Math.ceil(((items[above]?.height ?? 0) + height) / 2) + gap;
    offsets.push(offset);
    const { wanted, weight } = wish(index, neighbors, centers);
    let pool = { sum: (wanted - offset) * weight, weight, from: place };
    for (let last = pools.at(-1); last && last.sum / last.weight > pool.sum / pool.weight; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, from: last.from };
    }
    pools.push(pool);
  }
  let moved = 0;
  for (const [number, { sum, weight, from }] of pools.entries()) {
    for (let place = from; place < (pools[number + 1]?.from ?? column.length); place++) {
      const index = column[place] ?? 0;
      const center = sum / weight + (offsets[place] ?? 0);
      moved = Math.max(moved, Math.abs(center - (centers[index] ?? 0)));
      centers[index] = center;
    }
  }
  return moved;
}

/** Where an item would like to be, and how much. */
function wish(index: number, { left, right, same }: Neighbors, centers: readonly number[]) {
  const across = (left[index]?.length ?? 0) + (right[index]?.length ?? 0);
  const count = across > 0 ? across : (same[index]?.length ?? 0);
  let sum = 0;
  for (const side of across > 0 ? [left, right] : [same]) {
    for (const each of side[index] ?? []) sum += centers[each] ?? 0;
  }
  return { wanted: sum / count, weight: across > 0 ? across : 0.001 };
}
