import type { Test } from "../checks.ts";
import {
  binomialMasses,
  hypergeometricMasses,
  type Masses,
  midPs,
  minimumLikelihoodPs,
  poissonMasses,
  tailPs,
} from "../numeric/exact-test.ts";
import { at } from "../numeric/matrix.ts";
import type { PairedProportions, Size, TwoProportions, TwoRates } from "./plan.ts";
import { discordance } from "./power-two-groups.ts";
import { criticalZ } from "./tail-power.ts";

// What a test really delivers, by going through every outcome. Sizes must be whole. The cost is of the order of
// n1·n2 steps for tables, n² for pairs and the square of the expected events for rates.

/** P4: Fisher's exact test, R's two-sided rule. */
export function powerOfFisher(plan: TwoProportions, { n1, n2 }: Size): number {
  const [one, two] = [binomialMasses(n1, plan.p1), binomialMasses(n2, plan.p2)];
  let power = 0;
  for (let total = 0; total <= n1 + n2; total++) {
    const under = hypergeometricMasses({ white: n2, black: n1, draws: total });
    const ps = exactPs(under, plan, plan.p2 < plan.p1);
    for (let k = 0; k < ps.length; k++) {
      const x2 = under.start + k;
      if (at(ps, k) <= plan.alpha) power += at(one.p, total - x2) * at(two.p, x2);
    }
  }
  return power;
}

/** P4: the pooled z test, gone through table by table. A table without variation does not reject. */
export function powerOfPooledZExact(plan: TwoProportions, { n1, n2 }: Size): number {
  const [one, two] = [binomialMasses(n1, plan.p1), binomialMasses(n2, plan.p2)];
  const critical = criticalZ(plan);
  const direction = plan.p2 < plan.p1 ? -1 : 1;
  let power = 0;
  for (let x1 = 0; x1 <= n1; x1++) {
    for (let x2 = 0; x2 <= n2; x2++) {
      const pooled = (x1 + x2) / (n1 + n2);
      const z = (x2 / n2 - x1 / n1) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
      if ((plan.sides === 2 ? Math.abs(z) : direction * z) > critical) power += at(one.p, x1) * at(two.p, x2);
    }
  }
  return power;
}

/** P5: exact and mid-p McNemar, over the number of discordant pairs m ~ Bin(n, ψ). */
export function powerOfMcNemar(plan: PairedProportions, n: number): number {
  const cells = discordance(plan);
  if (!cells) return Number.NaN;
  const psi = cells.b + cells.c;
  const pairs = binomialMasses(n, psi);
  let power = 0;
  for (let m = 0; m <= n; m++) {
    const weight = at(pairs.p, m);
    if (weight < 1e-13) continue;
    const under = binomialMasses(m, 0.5);
    const ps = plan.method === "mid-p" ? pairedMidPs(under, plan) : exactPs(under, plan, cells.c < cells.b);
    power += weight * rejected(ps, binomialMasses(m, cells.c / psi), plan.alpha);
  }
  return power;
}

function pairedMidPs(under: Masses, plan: PairedProportions): Float64Array {
  if (plan.sides === 2) return midPs(under);
  const tail = tailPs(under, plan.p2 < plan.p1 ? "lower" : "upper");
  return tail.map((p, x) => p - at(under.p, x) / 2);
}

/** R3: the conditional test of two Poisson counts, over their total m ~ Poisson(μ1 + μ2). Przyborowski & Wilenski 1940. */
export function powerOfConditionalRates(plan: TwoRates, { n1, n2 }: Size): number {
  const [mean1, mean2] = [plan.rate1 * n1, plan.rate2 * n2];
  const totals = poissonMasses(mean1 + mean2);
  let power = 0;
  for (let k = 0; k < totals.p.length; k++) {
    const weight = at(totals.p, k);
    if (weight < 1e-12) continue;
    const m = totals.start + k;
    const ps = exactPs(binomialMasses(m, n2 / (n1 + n2)), plan, plan.rate2 < plan.rate1);
    power += weight * rejected(ps, binomialMasses(m, mean2 / (mean1 + mean2)), plan.alpha);
  }
  return power;
}

function exactPs(under: Masses, { sides }: Test, falls: boolean): Float64Array {
  return sides === 2 ? minimumLikelihoodPs(under) : tailPs(under, falls ? "lower" : "upper");
}

function rejected(ps: Float64Array, truth: Masses, alpha: number): number {
  let total = 0;
  for (let x = 0; x < ps.length; x++) if (at(ps, x) <= alpha) total += at(truth.p, x);
  return total;
}
