import { normalQuantile } from "../numeric/distributions.ts";
import { at } from "../numeric/matrix.ts";
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

/** What is wrong with a spread: a value that is not finite or beyond 1e150, bounds out of order, a negative SD. */
export function faultInSpread(spread: Spread): Reason | undefined {
  const { kind, ...values } = spread;
  if (!Object.values(values).every(Number.isFinite)) return "not-a-number";
  if (!Object.values(values).every((value) => Math.abs(value) <= 1e150)) return "value-out-of-range";
  switch (kind) {
    case "fixed":
      return undefined;
    case "normal":
      return spread.sd >= 0 ? undefined : "sd-not-positive";
    default: {
      const { low, likely, high } = spread;
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
      return (u) => (u < below ? low + width * Math.sqrt(u * below) : high - width * Math.sqrt((1 - u) * (1 - below)));
    }
    case "pert": {
      const unit = tabulateBeta(betaShape(spread));
      return (u) => low + width * unit(u);
    }
  }
}

/** Cells of the table; interpolation error is about 1e-6 of the range, the noise of 10,000 draws about 1e-2. */
const cells = 512;
/** ln x at the half steps of the table. */
const logs = Float64Array.from({ length: 2 * cells + 1 }, (_, i) => Math.log(i / (2 * cells)));

/** The inverse of a Beta distribution function with both shapes ≥ 1: Simpson's rule per cell, linear in between. */
function tabulateBeta({ a, b }: { a: number; b: number }): (u: number) => number {
  const density = logs.map((log, i) => power(log, a - 1) * power(at(logs, 2 * cells - i), b - 1));
  const table = new Float64Array(cells + 1);
  for (let i = 0; i < cells; i++) {
    const mass = at(density, 2 * i) + 4 * at(density, 2 * i + 1) + at(density, 2 * i + 2);
    table[i + 1] = at(table, i) + mass;
  }
  const total = at(table, cells);
  for (let i = 0; i <= cells; i++) table[i] = at(table, i) / total;
  // guide[k] is the cell in which the share k/cells falls, so that looking up takes a step or two.
  const guide = new Int32Array(cells + 1);
  for (let k = 0, i = 0; k <= cells; k++) {
    while (i < cells - 1 && at(table, i + 1) < k / cells) i++;
    guide[k] = i;
  }
  return (u) => {
    let i = at(guide, Math.floor(u * cells));
    while (i < cells - 1 && at(table, i + 1) < u) i++;
    const [from, to] = [at(table, i), at(table, i + 1)];
    return (i + (to > from ? (u - from) / (to - from) : 0.5)) / cells;
  };
}

/** xᵉ from ln x; 0⁰ is 1. */
function power(log: number, exponent: number): number {
  return exponent === 0 ? 1 : Math.exp(exponent * log);
}
