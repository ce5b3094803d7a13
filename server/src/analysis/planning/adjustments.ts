import {
  checkDeviations,
  checkFinite,
  checkIcc,
  checkLevel,
  checkProportions,
  checkSizes,
  checkTest,
} from "../checks.ts";
import { normalQuantile } from "../numeric/distributions.ts";
import { firstOf, type NotEstimable, notEstimable, onlyFinite } from "../result.ts";
import type { ClusteredMeans } from "./plan.ts";
import { powerAt } from "./power.ts";

/** What turns a size for a simple random sample into people to enrol. */
export interface Adjustment {
  /** People per cluster (calls per agent, agents per team). 1 when not clustered. */
  readonly clusterSize: number;
  readonly icc: number;
  /** Coefficient of variation of the cluster sizes; 0 when all are alike. */
  readonly clusterSizeCv: number;
  /** Share lost before the measurement, 0–1. */
  readonly attrition: number;
  /** Size of a finite group. Only for "what is the value in this group now", never for a causal claim. */
  readonly population?: number;
}

/** Each step of the adjustment, unrounded but for the two counts. */
export interface AdjustedSize {
  readonly kind: "adjusted-size";
  readonly afterPopulation: number;
  readonly designEffect: number;
  readonly analysed: number;
  readonly clustersPerArm: number;
  readonly enrolPerArm: number;
}

/**
 * Finite population, then design effect, then clusters and attrition, each rounded up once at its own end. Cochran 1977;
 * Kish; Eldridge 2006. `n` is the real-valued size per arm. Limits: attrition inflation restores n, not validity.
 */
export function adjustSize(n: number, adjustment: Adjustment): AdjustedSize | NotEstimable {
  const { clusterSize, icc, clusterSizeCv, attrition, population } = adjustment;
  const fault = firstOf(
    checkFinite(n, clusterSizeCv, attrition, population ?? 1),
    checkSizes(1, clusterSize, population ?? 1),
    checkIcc(icc),
    n > 0 ? undefined : "too-few",
    clusterSizeCv >= 0 ? undefined : "value-out-of-range",
    attrition >= 0 && attrition < 1 ? undefined : "proportion-out-of-range",
  );
  if (fault) return notEstimable(fault);
  const afterPopulation = population === undefined ? n : n / (1 + (n - 1) / population);
  const designEffect = designEffectOf(adjustment);
  const analysed = afterPopulation * designEffect;
  return onlyFinite({
    kind: "adjusted-size",
    afterPopulation,
    designEffect,
    analysed,
    clustersPerArm: ceil(analysed / clusterSize),
    enrolPerArm: ceil(analysed / (1 - attrition)),
  });
}

/** How many independent people `n` clustered ones are worth: n over the design effect. Kish. */
export function effectiveSize(
  n: number,
  cluster: Pick<Adjustment, "clusterSize" | "icc" | "clusterSizeCv">,
): { readonly kind: "effective-size"; readonly designEffect: number; readonly n: number } | NotEstimable {
  const fault = firstOf(
    checkSizes(1, n, cluster.clusterSize),
    checkIcc(cluster.icc),
    cluster.clusterSizeCv >= 0 && cluster.clusterSizeCv < Infinity ? undefined : "value-out-of-range",
  );
  if (fault) return notEstimable(fault);
  const designEffect = designEffectOf(cluster);
  return onlyFinite({ kind: "effective-size", designEffect, n: n / designEffect });
}

function designEffectOf({
  clusterSize,
  icc,
  clusterSizeCv,
}: Pick<Adjustment, "clusterSize" | "icc" | "clusterSizeCv">) {
  return 1 + ((clusterSizeCv ** 2 + 1) * clusterSize - 1) * icc;
}

/** Rounds up, forgiving the last bits of a product that should have been whole. */
function ceil(x: number): number {
  return Math.ceil(x - 1e-9 * Math.max(1, x));
}

/** A value to be estimated to within ± `margin`, with confidence `level`. */
export type PrecisionPlan = { readonly margin: number; readonly level: number; readonly population?: number } & (
  | { readonly kind: "proportion"; readonly p: number }
  | { readonly kind: "mean"; readonly sd: number }
);

/**
 * People needed to estimate one proportion or mean to a margin: z²pq/e² or (z·sd/e)², with the finite-population
 * correction when a population is given. Cochran 1977. `unlimited` is the size before that correction.
 */
export function sizeForPrecision(
  plan: PrecisionPlan,
):
  | { readonly kind: "precision-size"; readonly unlimited: number; readonly real: number; readonly n: number }
  | NotEstimable {
  const fault = firstOf(
    checkLevel(plan.level),
    plan.margin > 0 && plan.margin < Infinity ? undefined : "value-not-positive",
    checkSizes(1, plan.population ?? 1),
    plan.kind === "mean" ? checkDeviations(plan.sd) : checkProportions(plan.p),
  );
  if (fault) return notEstimable(fault);
  const variance = plan.kind === "mean" ? plan.sd ** 2 : plan.p * (1 - plan.p);
  if (variance === 0) return notEstimable("no-variation");
  const unlimited = (normalQuantile((1 + plan.level) / 2) ** 2 * variance) / plan.margin ** 2;
  if (!Number.isFinite(unlimited)) return notEstimable("too-many-needed");
  const real = plan.population === undefined ? unlimited : unlimited / (1 + (unlimited - 1) / plan.population);
  return { kind: "precision-size", unlimited, real, n: ceil(real) };
}

/**
 * The fewest clusters per arm at which a t test on cluster means reaches `power`, by counting up. Donner & Klar 2000.
 * Not estimable beyond a million clusters or without an effect.
 */
export function clustersPerArm(
  plan: ClusteredMeans,
  power: number,
): { readonly kind: "clusters"; readonly perArm: number; readonly power: number } | NotEstimable {
  const fault = firstOf(
    checkFinite(plan.delta),
    checkDeviations(plan.sd),
    checkIcc(plan.icc),
    checkSizes(1, plan.clusterSize),
    checkTest(plan),
    power > plan.alpha && power < 1 ? undefined : "power-out-of-range",
    plan.delta === 0 ? "no-change" : undefined,
  );
  if (fault) return notEstimable(fault);
  const powerWith = (k: number) => powerAt(plan, { n1: k, n2: k });
  let [few, many] = [1, 2];
  while (powerWith(many) < power) {
    if (many >= 1e6) return notEstimable("too-many-needed");
    [few, many] = [many, many * 2];
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (powerWith(middle) < power) few = middle;
    else many = middle;
  }
  return { kind: "clusters", perArm: many, power: Math.min(1, powerWith(many)) };
}
