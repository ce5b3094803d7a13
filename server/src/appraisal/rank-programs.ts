/** What programs are ranked by. */
export interface Rankable {
  /** Net at P50. */
  readonly net: number;
  /** How many of the four questions hold. */
  readonly certainty: number;
  readonly toFix: number;
}

/** What put a program behind the one above it. */
export type Criterion = "value" | "certainty" | "readiness" | "net" | "none";

export interface Ranked<T> {
  readonly of: T;
  /** From 1; programs that nothing tells apart share a rank, and the next ones are left out. */
  readonly rank: number;
  /** What sets it apart from the one above; of the first from the one below. `none` where nothing does. */
  readonly by: Criterion;
}

/**
 * Programs in the order in which to build them: by the step of their value (1, 2, 5, 10 …: a forecast is no more exact
 * than that), then by certainty, then by what is left to fix, then by net to three digits. What stands equal keeps its
 * order.
 */
export function rankPrograms<T>(programs: readonly T[], rankable: (program: T) => Rankable): readonly Ranked<T>[] {
  const sorted = programs.map((of) => ({ of, key: rankable(of) })).sort((a, b) => compare(a.key, b.key).order);
  let rank = 0;
  return sorted.map(({ of, key }, index) => {
    const above = sorted[index - 1]?.key;
    if (!above || compare(above, key).order !== 0) rank = index + 1;
    const other = above ?? sorted[1]?.key;
    return { of, rank, by: other ? compare(other, key).by : "none" };
  });
}

/** The step that an amount falls into: from `from` up to `to`; undefined for what does not pay. */
export function valueStep(net: number): { readonly from: number; readonly to: number } | undefined {
  // What is shown is ranked: three digits.
  const shown = Number(net.toPrecision(3));
  if (!(shown > 0)) return undefined;
  const power = 10 ** Math.floor(Math.log10(shown) + 1e-12);
  const from = [5, 2, 1].map((each) => Number((each * power).toPrecision(1))).find((each) => shown >= each) ?? power;
  const next = from / power >= 5 ? 10 : from / power >= 2 ? 5 : 2;
  return { from, to: Number((next * power).toPrecision(1)) };
}

function compare(a: Rankable, b: Rankable): { readonly order: number; readonly by: Criterion } {
  const differences: readonly (readonly [Criterion, number])[] = [
    ["value", (valueStep(b.net)?.from ?? 0) - (valueStep(a.net)?.from ?? 0)],
    ["certainty", b.certainty - a.certainty],
    ["readiness", a.toFix - b.toFix],
    ["net", Number(b.net.toPrecision(3)) - Number(a.net.toPrecision(3))],
  ];
  const [by, order] = differences.find(([, difference]) => difference !== 0) ?? ["none" as const, 0];
  return { order, by };
}
