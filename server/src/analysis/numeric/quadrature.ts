import { lazy } from "../../base/lazy.ts";

interface Node {
  readonly at: number;
  readonly weight: number;
}

const nodes = lazy(() => gaussLegendre(16));

/** ∫ f from `from` to `to`, in Gauss–Legendre panels of 16 points no wider than `panel`. Zero when the ends meet. */
export function integrate(
  f: (x: number) => number,
  { from, to, panel }: { from: number; to: number; panel: number },
): number {
  if (!(to > from)) return 0;
  const panels = Math.ceil((to - from) / panel);
  const width = (to - from) / panels;
  let total = 0;
  for (let k = 0; k < panels; k++) {
    const start = from + k * width;
    for (const { at, weight } of nodes()) total += weight * f(start + at * width);
  }
  return total * width;
}

/**
 * The same when f behaves like a power of x near zero: panels are no wider than their distance from zero, and one that
 * starts there is graded with x = h·uᵍ, which turns x^a into u^(ga + g − 1), smooth but not steep for the right grade.
 */
export function integrateNearZero(
  f: (x: number) => number,
  { from, to, panel, grade }: { from: number; to: number; panel: number; grade: number },
): number {
  let total = 0;
  let start = from;
  if (start === 0) {
    const h = Math.min(panel / 4, to);
    for (const { at, weight } of nodes()) total += weight * f(h * at ** grade) * grade * h * at ** (grade - 1);
    start = h;
  }
  while (start < to) {
    const end = start + Math.min(panel, start);
    total += integrate(f, { from: start, to: Math.min(end, to), panel });
    start = end;
  }
  return total;
}

/** Nodes and weights on 0–1, by Newton's method on the Legendre polynomial. */
function gaussLegendre(n: number): Node[] {
  const found: Node[] = [];
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let [before, now] = [1, x];
      for (let k = 2; k <= n; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
      slope = (n * (x * now - before)) / (x * x - 1);
      x -= now / slope;
    }
    found.push({ at: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) });
  }
  return found;
}
