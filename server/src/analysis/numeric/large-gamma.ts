import { integrate } from "./quadrature.ts";

/** From this shape on the gamma distribution is taken from here: the library loses its digits some way above. */
export const LARGE_SHAPE = 200;

/**
 * P(X ≤ x) and P(X > x) for Gamma(`shape`, 1) with a large shape: its density is integrated on the side of the mode where
 * x lies, in units of √shape, where it is nearly normal. Good to 1e-12 or so, at a cost that does not grow with the shape.
 */
export function largeGammaTails(x: number, shape: number): { readonly lower: number; readonly upper: number } {
  if (Number.isNaN(x) || Number.isNaN(shape)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  const root = Math.sqrt(shape);
  const end = (x / shape - 1) * root;
  // In standard deviations: what lies beyond is below 1e-20 for every such shape.
  const reach = { low: Math.max(-root, -11), high: 14 };
  const density = (v: number): number => densityAt(v / root, shape);
  if (end < 0) {
    const lower = integrate(density, { from: reach.low, to: Math.max(end, reach.low), panel: 2 });
    return { lower, upper: 1 - lower };
  }
  const upper = integrate(density, { from: Math.min(end, reach.high), to: reach.high, panel: 2 });
  return { lower: 1 - upper, upper };
}

/** The x with P(X ≤ x) = p, by Newton's method from the cube that Wilson and Hilferty (1931) found nearly normal. */
export function largeGammaQuantile(p: number, shape: number, z: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  let x = shape * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  const root = Math.sqrt(shape);
  for (let turn = 0; turn < 12; turn++) {
    const { lower, upper } = largeGammaTails(x, shape);
    const away = p < 0.5 ? lower - p : 1 - p - upper;
    const density = densityAt(x / shape - 1, shape) / root;
    const step = away / density;
    if (!Number.isFinite(step)) return x;
    x -= step;
    if (Math.abs(step) <= 1e-14 * x) return x;
  }
  return x;
}

/** The density in units of √shape at `shape`·(1 + u); its constant is Stirling's with three terms of the remainder. */
function densityAt(u: number, shape: number): number {
  if (u <= -1) return 0;
  const remainder = 1 / (12 * shape) - 1 / (360 * shape ** 3) + 1 / (1260 * shape ** 5);
  return Math.exp(-shape * lessItsLog(u) - remainder) / (1 + u) / Math.sqrt(2 * Math.PI);
}

/** u − ln(1 + u), by its series near 0, where the difference would lose its digits. */
function lessItsLog(u: number): number {
  if (Math.abs(u) > 0.02) return u - Math.log1p(u);
  let [total, power] = [0, u];
  for (let k = 2; k <= 10; k++) {
    power *= -u;
    total -= power / k;
  }
  return total;
}
