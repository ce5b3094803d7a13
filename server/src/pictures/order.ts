/** Something to be put into a column, connected to others by their indexes. */
export interface Placed {
  readonly column: number;
  readonly height: number;
  /** Rather below the others. */
  readonly low?: boolean;
}

export type Link = readonly [left: number, right: number];

/** Neighbors of every item by index: to the left, to the right, and in its own column. */
export interface Neighbors {
  readonly left: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
  readonly same: readonly (readonly number[])[];
}

export function neighborsOf(items: readonly Placed[], links: readonly Link[]): Neighbors {
  const [left, right, same] = [0, 1, 2].map(() => items.map((): number[] => [])) as [
    number[][],
    number[][],
    number[][],
  ];
  for (const [from, to] of links) {
    if (items[from]?.column === items[to]?.column) {
      same[from]?.push(to);
      same[to]?.push(from);
    } else {
      right[from]?.push(to);
      left[to]?.push(from);
    }
  }
  return { left, right, same };
}

/** Connected to nothing. */
export function isAlone(index: number, { left, right, same }: Neighbors): boolean {
  return [left, right, same].every((side) => (side[index] ?? []).length === 0);
}

const SWEEPS = 8;

/**
 * The items of each column in an order in which few links cross. The same input always gives the same order. Items that
 * are connected to nothing come last, and low ones before them unless more links cross for it.
 */
export function orderColumns(items: readonly Placed[], neighbors: Neighbors, count: number): readonly number[][] {
  const held = sweep(items, neighbors, count, true);
  if (held.crossings === 0) return held.columns;
  const free = sweep(items, neighbors, count, false);
  return free.crossings < held.crossings ? free.columns : held.columns;
}

/**
 * Sweeps from side to side put everything near the middle of its neighbors, and the best order seen is taken
 * (barycenter method of Sugiyama).
 */
function sweep(items: readonly Placed[], neighbors: Neighbors, count: number, keepLow: boolean) {
  const columns = Array.from({ length: count }, (): number[] => []);
  for (const [index, { column }] of items.entries()) columns[column]?.push(index);
  const standing = items.map(({ low }, index) => (isAlone(index, neighbors) ? 2 : low && keepLow ? 1 : 0));
  const standingOf = (index: number) => standing[index] ?? 0;
  for (const column of columns) column.sort((a, b) => standingOf(a) - standingOf(b) || a - b);
  const rank: number[] = [];
  note();
  let best = columns.map((column) => [...column]);
  let fewest = crossings(columns, neighbors);
  for (let round = 0; round < SWEEPS && fewest > 0; round++) {
    const toRight = round % 2 === 0;
    const order = columns.map((_, index) => (toRight ? index : count - 1 - index)).slice(1);
    for (const index of order) sortColumn(columns[index] ?? [], toRight ? neighbors.left : neighbors.right);
    const now = crossings(columns, neighbors);
    if (now >= fewest) continue;
    fewest = now;
    best = columns.map((column) => [...column]);
  }
  return { columns: best, crossings: fewest };

  function sortColumn(column: number[], side: readonly (readonly number[])[]): void {
    const weights = new Map(column.map((index) => [index, weightOf(index, side)]));
    for (const index of column) if ((side[index] ?? []).length === 0) weights.set(index, weightBeside(index, weights));
    const weigh = (index: number) => weights.get(index) ?? 0;
    column.sort((a, b) => standingOf(a) - standingOf(b) || weigh(a) - weigh(b) || rankOf(a) - rankOf(b));
    note();
  }

  /** Without neighbors on that side it stays where it is. */
  function weightOf(index: number, side: readonly (readonly number[])[]): number {
    const others = side[index] ?? [];
    if (others.length === 0) return rankOf(index);
    return others.reduce((sum, each) => sum + rankOf(each), 0) / others.length;
  }

  /** Right above or below what it is connected to in its own column. */
  function weightBeside(index: number, weights: ReadonlyMap<number, number>): number {
    const [partner] = neighbors.same[index] ?? [];
    if (partner === undefined || partner === index) return rankOf(index);
    return (weights.get(partner) ?? 0) + Math.sign(rankOf(index) - rankOf(partner)) * 1e-6;
  }

  function rankOf(index: number): number {
    return rank[index] ?? 0;
  }

  /** As a share of the column, so that columns of different lengths compare. */
  function note(): void {
    for (const column of columns) {
      for (const [place, index] of column.entries()) rank[index] = (place + 0.5) / column.length;
    }
  }
}

/** How often links between neighboring columns cross. */
function crossings(columns: readonly (readonly number[])[], { right }: Neighbors): number {
  const places: number[] = [];
  for (const column of columns) for (const [place, index] of column.entries()) places[index] = place;
  let total = 0;
  for (const [at, column] of columns.entries()) {
    // How many links already ended at each place or above, as a Fenwick tree.
    const tree = new Int32Array((columns[at + 1]?.length ?? 0) + 1);
    let ended = 0;
    for (const index of column) {
      const ends = (right[index] ?? []).map((each) => places[each] ?? 0);
      for (const end of ends) total += ended - countTo(tree, end);
      for (const end of ends) addAt(tree, end);
      ended += ends.length;
    }
  }
  return total;
}

function countTo(tree: Int32Array, place: number): number {
  let count = 0;
  for (let at = place + 1; at > 0; at -= at & -at) count += tree[at] ?? 0;
  return count;
}

function addAt(tree: Int32Array, place: number): void {
  for (let at = place + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
}
