import { checkCounts, checkLevel } from "../checks.ts";
import { normalQuantile, twoSidedNormal } from "../numeric/distributions.ts";
import { binomialMasses, midPs, minimumLikelihoodPs } from "../numeric/exact-test.ts";
import { at } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable, type Reason } from "../result.ts";
import type { Estimate } from "./estimate.ts";
import { scoreLimits } from "./proportions.ts";

/** How many of the same people said yes or no before, and yes or no after. */
export interface PairedEvents {
  readonly yesYes: number;
  readonly yesNo: number;
  readonly noYes: number;
  readonly noNo: number;
}

/**
 * Change of a proportion in the same people: after − before with Newcombe's paired interval (method 10, 1998c) and
 * McNemar's z. Without discordant pairs there is an interval but no p-value. Under 10 of them use `pairedExactTest`.
 */
export function pairedNewcombe(table: PairedEvents, level: number): Estimate | NotEstimable {
  const fault = faultIn(table) ?? checkLevel(level);
  if (fault) return notEstimable(fault);
  const { yesYes: e, yesNo: f, noYes: g, noNo: h } = table;
  const n = e + f + g + h;
  const z = normalQuantile((1 + level) / 2);
  const [before, after] = [(e + f) / n, (e + g) / n];
  const [one, two] = [scoreLimits(before, n, z), scoreLimits(after, n, z)];
  const phi = correlationOf(table);
  const estimate = (g - f) / n;
  const down = reach(after - two.low, one.high - before, phi);
  const up = reach(two.high - after, before - one.low, phi);
  const interval = { low: estimate - down, high: estimate + up };
  if (f + g === 0) return { kind: "estimate", estimate, ...interval };
  const statistic = (g - f) / Math.sqrt(f + g);
  return { kind: "estimate", estimate, ...interval, statistic, p: twoSidedNormal(statistic) };
}

/** Newcombe's φ, with the continuity rule for positive association. 0 when a margin is empty. */
function correlationOf({ yesYes: e, yesNo: f, noYes: g, noNo: h }: PairedEvents): number {
  const margins = (e + f) * (g + h) * (e + g) * (f + h);
  if (margins === 0) return 0;
  const a = e * h - f * g;
  const half = (e + f + g + h) / 2;
  const corrected = a > half ? a - half : Math.min(a, 0);
  return corrected / Math.sqrt(margins);
}

function reach(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}

/** The same change with the adjusted Wald interval of Bonett & Price 2012, one added to each discordant cell. */
export function bonettPrice(table: PairedEvents, level: number): Estimate | NotEstimable {
  const fault = faultIn(table) ?? checkLevel(level);
  if (fault) return notEstimable(fault);
  const { yesYes, yesNo, noYes, noNo } = table;
  const n = yesYes + yesNo + noYes + noNo;
  const [down, up] = [(yesNo + 1) / (n + 2), (noYes + 1) / (n + 2)];
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt((down + up - (up - down) ** 2) / (n + 2));
  return {
    kind: "estimate",
    estimate: (noYes - yesNo) / n,
    low: Math.max(-1, up - down - reach),
    high: Math.min(1, up - down + reach),
  };
}

/** Exact or mid-p McNemar p-value (Fagerland, Lydersen & Laake 2013). Not estimable without discordant pairs. */
export function pairedExactTest(table: PairedEvents, rule: "exact" | "mid-p"): Estimate | NotEstimable {
  const fault = faultIn(table);
  if (fault) return notEstimable(fault);
  const { yesYes, yesNo, noYes, noNo } = table;
  const discordant = yesNo + noYes;
  if (discordant === 0) return notEstimable("no-discordant-pairs");
  if (discordant > 1e6) return notEstimable("too-many-to-enumerate");
  const masses = binomialMasses(discordant, 0.5);
  const ps = rule === "exact" ? minimumLikelihoodPs(masses) : midPs(masses);
  return { kind: "estimate", estimate: (noYes - yesNo) / (yesYes + yesNo + noYes + noNo), p: at(ps, noYes) };
}

function faultIn({ yesYes, yesNo, noYes, noNo }: PairedEvents): Reason | undefined {
  return firstOf(checkCounts(yesYes, yesNo, noYes, noNo), yesYes + yesNo + noYes + noNo > 0 ? undefined : "too-few");
}
