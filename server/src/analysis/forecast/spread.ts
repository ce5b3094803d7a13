import { normalQuantile, betaCdf } from "../numeric/distributions.ts";
import type { Reason } from "../result.ts";

/** Beta-shaped between absolute bounds: the default for an expert's low, likely and high. */
export interface Pert {
  readonly kind: "pert";
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** What is known about one number. */
export type Spread =
  | Pert
  | { readonly kind: "triangular"; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly kind: "fixed"; readonly value: number }
  /** A change that a study estimated: mean is the estimate, sd its standard error. */
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number };

/** What is wrong with a spread: a value that is not finite, bounds out of order, a negative SD. */
export function faultInSpread(spread: Spread): Reason | undefined {
  switch (spread.kind) {
    case "fixed":
      return Number.isFinite(spread.value) ? undefined : "not-a-number";
    case "normal":
      if (!Number.isFinite(spread.mean)) return "not-a-number";
      return spread.sd >= 0 && spread.sd < Infinity ? undefined : "sd-not-positive";
    default: {
      const { low, likely, high } = spread;
      if (![low, likely, high].every(Number.isFinite) || !Number.isFinite(high - low)) return "not-a-number";
      return low <= likely && likely <= high ? undefined : "values-out-of-order";
    }
  }
}

/** Low, likely and high of any spread; a normal's are its 5th percentile, mean and 95th percentile. */
export function pointsOf(spread: Spread): { low: number; likely: number; high: number } {
  switch (spread.kind) {
    case "fixed":
      return { low: spread.value, likely: spread.value, high: spread.value };
    case "normal": {
      const reach = normalQuantile(0.95) * spread.sd;
      return { low: spread.mean - reach, likely: spread.mean, high: spread.mean + reach };
    }
    default:
      return { low: spread.low, likely: spread.likely, high: spread.high };
  }
}

/** Whether the spread can take one value only. */
export function isFixed(spread: Spread): boolean {
  const { low, high } = pointsOf(spread);
  return low === high;
}

/** Exact mean and variance. PERT: mean (a + 4b + c)/6, variance (mean − a)(c − mean)/7, not ((c − a)/6)². */
export function momentsOfSpread(spread: Spread): { mean: number; variance: number } {
  switch (spread.kind) {
    case "fixed":
      return { mean: spread.value, variance: 0 };
    case "normal":
      return { mean: spread.mean, variance: spread.sd ** 2 };
    case "pert": {
      const { low: a, likely: b, high: c } = spread;
      const mean = (a + 4 * b + c) / 6;
      return { mean, variance: ((mean - a) * (c - mean)) / 7 };
    }
    case "triangular": {
      const { low: a, likely: b, high: c } = spread;
      return { mean: (a + b + c) / 3, variance: ((b - a) ** 2 + (c - b) ** 2 + (b - a) * (c - b)) / 18 };
    }
  }
}

/** Shape of the Beta distribution behind a PERT with low < high. */
export function betaShape({ low, likely, high }: Pert): { a: number; b: number } {
  return { a: 1 + (4 * (likely - low)) / (high - low), b: 1 + (4 * (high - likely)) / (high - low) };
}

/** Value at which a share `u` (0 < u < 1) of the spread lies below. Made once per spread, called once per draw. */
export function quantileFunction(spread: Spread): (u: number) => number {
  const { low, likely, high } = pointsOf(spread);
  if (low === high) return () => low;
  const width = high - low;
  switch (spread.kind) {
    case "fixed":
      return () => low;
    case "normal":
      return (u) => spread.mean + spread.sd * normalQuantile(u);
    case "triangular": {
      const below = (likely - low) / width;
      return (u) =>
        u < below ? low + width * Math.sqrt(u * below) : high - width * Math.sqrt((1 - u) * (1 - below));
    }
    case "pert": {
      const unit = tabulateBeta(betaShape(spread));
      return (u) => low + width * unit(u);
    }
  }
}

/** Cells of the table; interpolation error is about 1e-6 of the range, the noise of 10,000 draws about 1e-2. */
const cells = 512;

/** The inverse of a Beta distribution function, by a table of that function and linear interpolation in it. */
function tabulateBeta({ a, b }: { a: number; b: number }): (u: number) => number {
  const table = Float64Array.from({ length: cells + 1 }, (_, i) => betaCdf(i / cells, a, b));
  // guide[k] is the cell in which the share k/cells falls, so that looking up takes a step or two.
  const guide = new Int32Array(cells + 1);
  for (let k = 0, i = 0; k <= cells; k++) {
    while (i < cells - 1 && (table[i + 1] ?? 1) < k / cells) i++;
    guide[k] = i;
  }
  return (u) => {
    let i = guide[Math.floor(u * cells)] ?? 0;
    while (i < cells - 1 && (table[i + 1] ?? 1) < u) i++;
    const [from, to] = [table[i] ?? 0, table[i + 1] ?? 1];
    return (i + (to > from ? (u - from) / (to - from) : 0.5)) / cells;
  };
}
