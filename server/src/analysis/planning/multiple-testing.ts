import { at } from "../numeric/matrix.ts";
import { type NotEstimable, notEstimable } from "../result.ts";

/** Adjusted p-values, in the order of the ones given. */
export interface AdjustedPs {
  readonly kind: "adjusted-p";
  readonly holm: readonly number[];
  readonly benjaminiHochberg: readonly number[];
}

/**
 * Holm (several primary metrics) and Benjamini–Hochberg (many exploratory ones) adjusted p-values, as R's `p.adjust`.
 * Not estimable when a value is not within 0–1.
 */
export function adjustPs(ps: readonly number[]): AdjustedPs | NotEstimable {
  if (!ps.every((p) => p >= 0 && p <= 1)) return notEstimable("proportion-out-of-range");
  const order = ps.map((_, i) => i).sort((a, b) => at(ps, a) - at(ps, b));
  const holm = new Array<number>(ps.length).fill(1);
  const benjaminiHochberg = new Array<number>(ps.length).fill(1);
  let highest = 0;
  order.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * at(ps, index)));
    holm[index] = highest;
  });
  let lowest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = at(order, rank - 1);
    lowest = Math.min(lowest, (ps.length / rank) * at(ps, index));
    benjaminiHochberg[index] = lowest;
  }
  return { kind: "adjusted-p", holm, benjaminiHochberg };
}
