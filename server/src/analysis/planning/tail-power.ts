import type { Test } from "../checks.ts";
import { normalCdf, normalQuantile, tQuantile } from "../numeric/distributions.ts";
import { noncentralTCdf } from "../numeric/noncentral-t.ts";

/** The z that a statistic must pass. */
export function criticalZ({ alpha, sides }: Test): number {
  const tail = alpha / sides;
  const known = CRITICAL.get(tail);
  if (known !== undefined) return known;
  const z = -normalQuantile(tail);
  if (CRITICAL.size > 100) CRITICAL.clear();
  CRITICAL.set(tail, z);
  return z;
}

/** Asked for again with every step of a search, and nearly always for the same risk. */
const CRITICAL = new Map<number, number>();

/** Power of a z test whose statistic is expected at `shift` standard errors. Two-sided counts both tails. */
export function zPower(shift: number, test: Test): number {
  const z = criticalZ(test);
  return normalCdf(shift - z) + (test.sides === 2 ? normalCdf(-shift - z) : 0);
}

/** Power of a t test with `df` degrees of freedom and non-centrality `shift`. Two-sided counts both tails. */
export function tPower(shift: number, df: number, test: Test): number {
  const size = Math.abs(shift);
  const t = -tQuantile(test.alpha / test.sides, df);
  // P(T ≤ −t) is below Φ(−δ), which past 8 is under 1e-15.
  const other = test.sides === 2 && size < 8 ? noncentralTCdf(-t, df, size) : 0;
  return 1 - noncentralTCdf(t, df, size) + other;
}
