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
  for (let pass = 0; pass < PASSES; pass++) {
    const inOrder = pass % 2 === 0 ? columns : columns.toReversed();
    for (const column of inOrder) {
      const linked = column.filter((index) => !isAlone(index, neighbors));
      settle(linked, items, neighbors, centers, gap);
    }
  }
  const topOf = (index: number) => (centers[index] ?? 0) - (items[index]?.height ?? 0) / 2;
  const linked = columns.flat().filter((index) => !isAlone(index, neighbors));
  const least = linked.reduce((top, index) => Math.min(top, topOf(index)), Number.POSITIVE_INFINITY);
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
 * squares, by pooling neighbors that would meet).
 */
function settle(
  column: readonly number[],
  items: readonly Placed[],
  neighbors: Neighbors,
  centers: number[],
  gap: number,
): void {
  const pools: { sum: number; weight: number; members: { index: number; offset: number }[] }[] = [];
  let offset = 0;
  let before: number | undefined;
  for (const index of column) {
    const height = items[index]?.height ?? 0;
    if (before !== undefined) offset += Math.ceil(((items[before]?.height ?? 0) + height) / 2) + gap;
    before = index;
    const { wanted, weight } = wish(index, neighbors, centers);
    let pool = { sum: (wanted - offset) * weight, weight, members: [{ index, offset }] };
    for (let last = pools.at(-1); last && last.sum / last.weight > pool.sum / pool.weight; last = pools.at(-1)) {
      pools.pop();
      pool = {
        sum: last.sum + pool.sum,
        weight: last.weight + pool.weight,
        members: [...last.members, ...pool.members],
      };
    }
    pools.push(pool);
  }
  for (const { sum, weight, members } of pools) {
    for (const member of members) centers[member.index] = sum / weight + member.offset;
  }
}

/** Where an item would like to be, and how much. */
function wish(index: number, { left, right, same }: Neighbors, centers: readonly number[]) {
  const across = [...(left[index] ?? []), ...(right[index] ?? [])];
  const others = across.length > 0 ? across : (same[index] ?? []);
  return {
    wanted: others.reduce((sum, each) => sum + (centers[each] ?? 0), 0) / others.length,
    weight: across.length > 0 ? across.length : 0.001,
  };
}
