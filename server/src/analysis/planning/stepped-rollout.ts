import { checkDeviations, checkFinite, checkIcc, checkSizes, checkTest, type Test } from "../checks.ts";
import { sum } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable, onlyFinite, type Reason } from "../result.ts";
import { tPower, zPower } from "./tail-power.ts";

/**
 * A stepped rollout: `sequences` groups of clusters start one after the other, one period apart, after one period in
 * which nobody has started. Every cluster is measured on `people` different people in every period.
 */
export interface SteppedRollout extends Test {
  readonly sequences: number;
  readonly clustersPerSequence: number;
  /** Periods measured: at least `sequences + 1`; more are added at the end. */
  readonly periods: number;
  readonly people: number;
  readonly icc: number;
  /** Cluster auto-correlation, 0–1. 1 (Hussey & Hughes) is optimistic; show 0.8 too. */
  readonly cac: number;
  readonly sd: number;
  readonly effect: number;
}

/** Precision and power of a stepped rollout. */
export interface SteppedPower {
  readonly kind: "stepped-power";
  readonly variance: number;
  readonly se: number;
  /** Normal approximation: optimistic with few clusters. */
  readonly power: number;
  /** t with clusters − 2 degrees of freedom; not estimable below four clusters. */
  readonly conservative: { readonly kind: "power"; readonly df: number; readonly power: number } | NotEstimable;
}

/**
 * Power of a stepped rollout from the generalised least squares variance (Σ D'V⁻¹D)⁻¹, with cluster-period variance
 * s² = (1 − ICC)σ²/m + ICC(1 − CAC)σ² and cluster variance τ² = ICC·CAC·σ². Hussey & Hughes 2007; Hooper et al. 2016.
 * Limits: clusters of one size, an effect that is complete at once and constant. Causal only with a random order.
 */
export function powerOfSteppedRollout(plan: SteppedRollout): SteppedPower | NotEstimable {
  const fault = faultIn(plan);
  if (fault) return notEstimable(fault);
  const variance = varianceOf(plan);
  if (!(variance > 0 && variance < Infinity)) return notEstimable("not-identified");
  const se = Math.sqrt(variance);
  const df = plan.sequences * plan.clustersPerSequence - 2;
  const shift = Math.abs(plan.effect) / se;
  return onlyFinite({
    kind: "stepped-power",
    variance,
    se,
    power: zPower(shift, plan),
    conservative:
      df >= 2 ? { kind: "power", df, power: Math.min(1, tPower(shift, df, plan)) } : notEstimable("too-few-clusters"),
  });
}

/**
 * The fewest clusters per sequence with which the rollout reaches `target` power by the normal approximation.
 * `clustersPerSequence` of the plan is not read. Not estimable beyond 100,000, or when nothing changes.
 */
export function clustersForSteppedRollout(
  plan: Omit<SteppedRollout, "clustersPerSequence">,
  target: number,
): { readonly kind: "clusters"; readonly perSequence: number; readonly power: number } | NotEstimable {
  const one = powerOfSteppedRollout({ ...plan, clustersPerSequence: 1 });
  if (one.kind === "not-estimable") return one;
  if (!(target > plan.alpha && target < 1)) return notEstimable("power-out-of-range");
  if (plan.effect === 0) return notEstimable("no-change");
  // Variance is inversely proportional to clusters per sequence, so power needs no new variance.
  const powerWith = (clusters: number) => zPower((Math.abs(plan.effect) / one.se) * Math.sqrt(clusters), plan);
  let [few, many] = [0, 1];
  while (powerWith(many) < target) {
    if (many >= 1e5) return notEstimable("too-many-needed");
    [few, many] = [many, many * 2];
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (powerWith(middle) < target) few = middle;
    else many = middle;
  }
  return { kind: "clusters", perSequence: many, power: powerWith(many) };
}

function faultIn(plan: SteppedRollout): Reason | undefined {
  const { sequences, clustersPerSequence, periods, people, icc, cac, sd, effect } = plan;
  const whole = [sequences, clustersPerSequence, periods].every(Number.isSafeInteger);
  return firstOf(
    checkTest(plan),
    checkFinite(effect, cac),
    checkDeviations(sd),
    checkIcc(icc),
    cac >= 0 && cac <= 1 ? undefined : "correlation-out-of-range",
    checkSizes(1, people, clustersPerSequence),
    whole && sequences >= 1 && periods > sequences ? undefined : "too-few",
    sequences * periods <= 1e5 ? undefined : "value-out-of-range",
  );
}

/** Variance of the effect when cluster i of sequence s is trained from period s + 1 on. */
function varianceOf({ sequences, clustersPerSequence, periods, people, icc, cac, sd }: SteppedRollout): number {
  const within = ((1 - icc) * sd ** 2) / people + icc * (1 - cac) * sd ** 2;
  const tau = icc * cac * sd ** 2;
  // V = within·I + tau·J, so V⁻¹ = (I − shrink·J)/within. Periods are free, so X is taken less its period mean.
  const shrink = tau / (within + periods * tau);
  const trained = (s: number, t: number) => (t > s ? 1 : 0);
  const means = Array.from(
    { length: periods },
    (_, t) => sum(Array.from({ length: sequences }, (_, s) => trained(s, t))) / sequences,
  );
  let information = 0;
  for (let s = 0; s < sequences; s++) {
    const x = means.map((mean, t) => trained(s, t) - mean);
    information += sum(x.map((value) => value * value)) - shrink * sum(x) ** 2;
  }
  return within / (information * clustersPerSequence);
}
