import { normalCdf } from "../numeric/distributions.ts";
import type {
  ClusteredMeans,
  OneMean,
  PairedMeans,
  PairedProportions,
  RatesPerPerson,
  Size,
  TwoMeans,
  TwoProportions,
  TwoRates,
} from "./plan.ts";
import { criticalZ, tPower, zPower } from "./tail-power.ts";

// Power of each comparison at real-valued sizes. Inputs are checked by the caller; a result that is not a number means
// that the comparison has no variation. P1, M2 … name the methods as the reference tables do (`test/vectors`).

/** P1, pooled z. Fleiss, Levin & Paik 2003. Breaks when a cell expects fewer than 5. */
export function powerOfPooledZ(plan: TwoProportions, { n1, n2 }: Size): number {
  const { p1, p2 } = plan;
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  const s0 = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const s1 = Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  const d = Math.abs(p1 - p2);
  const z = criticalZ(plan);
  return normalCdf((d - z * s0) / s1) + (plan.sides === 2 ? normalCdf((-d - z * s0) / s1) : 0);
}

/** P2, arcsine. Cohen 1988. A second opinion: it plans too small at extreme proportions. */
export function powerOfArcsine(plan: TwoProportions, { n1, n2 }: Size): number {
  const h = Math.abs(2 * Math.asin(Math.sqrt(plan.p1)) - 2 * Math.asin(Math.sqrt(plan.p2)));
  return zPower(h / Math.sqrt(1 / n1 + 1 / n2), plan);
}

/** P3 turned around: the pooled-z power of the size that the continuity correction leaves. Casagrande; Fleiss. */
export function powerOfContinuityZ(plan: TwoProportions, { n1, n2 }: Size): number {
  const ratio = n2 / n1;
  const spent = (ratio + 1) / (2 * ratio * Math.abs(plan.p1 - plan.p2));
  if (!(n1 > spent)) return plan.p1 === plan.p2 ? plan.alpha : 0;
  const left = (n1 - spent) ** 2 / n1;
  return powerOfPooledZ(plan, { n1: left, n2: left * ratio });
}

/** Cells of the paired 2×2 table: b is yes→no, c is no→yes; `undefined` when rho is impossible for these proportions. */
export function discordance({
  p1,
  p2,
  rho,
}: Pick<PairedProportions, "p1" | "p2" | "rho">): { b: number; c: number } | undefined {
  const both = p1 * p2 + rho * Math.sqrt(p1 * (1 - p1) * p2 * (1 - p2));
  const cells = [both, p1 - both, p2 - both, 1 - p1 - p2 + both];
  return cells.every((cell) => cell >= -1e-12) ? { b: Math.max(0, p1 - both), c: Math.max(0, p2 - both) } : undefined;
}

/** P5, McNemar z. Connor 1987. Breaks below 10 expected discordant pairs. */
export function powerOfConnor(plan: PairedProportions, n: number): number {
  const cells = discordance(plan);
  if (!cells) return Number.NaN;
  const d = Math.abs(cells.b - cells.c);
  const psi = cells.b + cells.c;
  const z = criticalZ(plan) * Math.sqrt(psi);
  const spread = Math.sqrt(psi - d * d);
  const far = plan.sides === 2 ? normalCdf((-d * Math.sqrt(n) - z) / spread) : 0;
  return normalCdf((d * Math.sqrt(n) - z) / spread) + far;
}

/** M1 and M2, pooled and Welch t. Breaks under 15 per group with strong skew. */
export function powerOfTwoMeans(plan: TwoMeans, { n1, n2 }: Size): number {
  const [v1, v2] = [plan.sd1 ** 2, plan.sd2 ** 2];
  if (plan.method === "pooled") {
    const df = n1 + n2 - 2;
    const pooled = ((n1 - 1) * v1 + (n2 - 1) * v2) / df;
    return tPower(plan.delta / Math.sqrt(pooled * (1 / n1 + 1 / n2)), df, plan);
  }
  const [a, b] = [v1 / n1, v2 / n2];
  const df = (a + b) ** 2 / (a ** 2 / (n1 - 1) + b ** 2 / (n2 - 1));
  return tPower(plan.delta / Math.sqrt(a + b), df, plan);
}

/** M3, paired t on the change of each person. */
export function powerOfPairedMeans(plan: PairedMeans, n: number): number {
  const { sd1, sd2, rho } = plan;
  const change = Math.sqrt(sd1 ** 2 + sd2 ** 2 - 2 * rho * sd1 * sd2);
  return tPower((plan.delta * Math.sqrt(n)) / change, n - 1, plan);
}

/** One-sample t. */
export function powerOfOneMean(plan: OneMean, n: number): number {
  return tPower((plan.delta * Math.sqrt(n)) / plan.sd, n - 1, plan);
}

/** R1 and R2, Wald on the log rate ratio and on square roots. R1 wants 20 expected events per arm. */
export function powerOfTwoRates(plan: TwoRates, { n1, n2 }: Size): number {
  const { rate1, rate2, phi } = plan;
  if (plan.method === "square-root") {
    const roots = 2 * Math.abs(Math.sqrt(rate1) - Math.sqrt(rate2));
    return zPower(roots / Math.sqrt(phi * (1 / n1 + 1 / n2)), plan);
  }
  const se = Math.sqrt(phi * (1 / (rate1 * n1) + 1 / (rate2 * n2)));
  return zPower(Math.abs(Math.log(rate2 / rate1)) / se, plan);
}

/** R4, negative binomial per person, variance under the alternative. Zhu & Lakkis 2014. */
export function powerOfRatesPerPerson(plan: RatesPerPerson, { n1, n2 }: Size): number {
  const ratio = n2 / n1;
  const v = (1 / plan.rate1 + 1 / (ratio * plan.rate2)) / plan.time + (plan.k * (1 + ratio)) / ratio;
  return zPower(Math.abs(Math.log(plan.rate2 / plan.rate1)) / Math.sqrt(v / n1), plan);
}

/** t on team means with as many degrees of freedom as teams less two. Donner & Klar 2000. Teams of one size. */
export function powerOfClusteredMeans(plan: ClusteredMeans, { n1, n2 }: Size): number {
  const variance = plan.sd ** 2 * (plan.icc + (1 - plan.icc) / plan.clusterSize);
  return tPower(plan.delta / Math.sqrt(variance * (1 / n1 + 1 / n2)), n1 + n2 - 2, plan);
}
