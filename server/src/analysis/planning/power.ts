import {
  checkCorrelation,
  checkDeviations,
  checkDispersion,
  checkExposures,
  checkFinite,
  checkIcc,
  checkProportions,
  checkRates,
  checkSizes,
  checkTest,
} from "../checks.ts";
import { firstOf, type NotEstimable, notEstimable, type Reason } from "../result.ts";
import type { Plan, Size } from "./plan.ts";
import { powerOfDidMeans, powerOfDidProportions, powerOfDidRates } from "./power-did.ts";
import { powerOfConditionalRates, powerOfFisher, powerOfMcNemar, powerOfPooledZExact } from "./power-exact.ts";
import {
  discordance,
  powerOfArcsine,
  powerOfClusteredMeans,
  powerOfConnor,
  powerOfContinuityZ,
  powerOfOneMean,
  powerOfPairedMeans,
  powerOfPooledZ,
  powerOfRatesPerPerson,
  powerOfTwoMeans,
  powerOfTwoRates,
} from "./power-two-groups.ts";

/** The chance, 0–1, that the planned test is significant if the plan's values are true. */
export interface Power {
  readonly kind: "power";
  readonly power: number;
}

/**
 * Power of a plan at given sizes (people, exposure units or teams per group; `n2` is ignored by kinds with one group).
 *
 * Two-sided power counts both tails, so at no effect it equals alpha. Formulas: with each method; exact kinds go
 * through every outcome and round sizes down to whole people. Not estimable on values outside their range, an
 * impossible correlation, too few people for the method, or too many outcomes to go through.
 * Limits: bias, attrition and regression to the mean are not in any of these formulas.
 */
export function powerOf(plan: Plan, size: Size): Power | NotEstimable {
  const fault = faultIn(plan) ?? faultInSize(plan, size);
  if (fault) return notEstimable(fault);
  const power = powerAt(plan, size);
  return Number.isFinite(power)
    ? { kind: "power", power: Math.min(1, Math.max(0, power)) }
    : notEstimable("no-variation");
}

/** What is wrong with the plan's own numbers, sizes aside. */
export function faultIn(plan: Plan): Reason | undefined {
  return checkTest(plan) ?? faultInValues(plan);
}

function faultInValues(plan: Plan): Reason | undefined {
  switch (plan.kind) {
    case "two-proportions":
      return checkProportions(plan.p1, plan.p2);
    case "paired-proportions":
      return firstOf(checkProportions(plan.p1, plan.p2), checkCorrelation(plan.rho)) ?? faultInPairs(plan);
    case "two-means":
      return firstOf(checkFinite(plan.delta), checkDeviations(plan.sd1, plan.sd2));
    case "paired-means":
      return firstOf(checkFinite(plan.delta), checkDeviations(plan.sd1, plan.sd2), checkCorrelation(plan.rho));
    case "one-mean":
      return firstOf(checkFinite(plan.delta), checkDeviations(plan.sd));
    case "two-rates":
      if (plan.method === "exact" && plan.phi !== 1) return "dispersion-out-of-range";
      return firstOf(checkRates(plan.rate1, plan.rate2), checkDispersion(plan.phi));
    case "rates-per-person":
      if (!(plan.k >= 0 && plan.k < Infinity)) return "dispersion-out-of-range";
      return firstOf(checkRates(plan.rate1, plan.rate2), checkExposures(plan.time));
    case "did-means":
      return firstOf(checkFinite(plan.delta), checkDeviations(plan.sd), checkCorrelation(plan.rho));
    case "did-proportions":
      return faultInDidProportions(plan);
    case "did-rates":
      return firstOf(
        checkRates(plan.rate1, plan.rate2, plan.controlBefore, plan.controlAfter),
        checkDispersion(plan.phi),
      );
    case "clustered-means":
      return firstOf(
        checkFinite(plan.delta),
        checkDeviations(plan.sd),
        checkIcc(plan.icc),
        checkSizes(1, plan.clusterSize),
      );
  }
}

function faultInPairs(plan: { p1: number; p2: number; rho: number }): Reason | undefined {
  const cells = discordance(plan);
  if (!cells) return "impossible-correlation";
  return cells.b + cells.c > 0 ? undefined : "no-discordant-pairs";
}

function faultInDidProportions(plan: Plan & { kind: "did-proportions" }): Reason | undefined {
  const { p1, p2, controlBefore, controlAfter, rho } = plan;
  const fault = firstOf(checkProportions(p1, p2, controlBefore, controlAfter), checkCorrelation(rho));
  if (fault || plan.method === "cross-section") return fault;
  const possible = discordance({ p1, p2, rho }) && discordance({ p1: controlBefore, p2: controlAfter, rho });
  return possible ? undefined : "impossible-correlation";
}

/** The smallest size per group for which the method has degrees of freedom. */
export function leastSize(plan: Plan): number {
  switch (plan.kind) {
    case "two-rates":
    case "did-rates":
      return Number.MIN_VALUE;
    case "two-means":
    case "paired-means":
    case "one-mean":
    case "did-means":
    case "clustered-means":
      return 2;
    default:
      return 1;
  }
}

/** Whether the plan has one group only, so that `n2` means nothing. */
export function hasOneGroup(plan: { readonly kind: Plan["kind"] }): boolean {
  return plan.kind === "paired-means" || plan.kind === "paired-proportions" || plan.kind === "one-mean";
}

function faultInSize(plan: Plan, { n1, n2 }: Size): Reason | undefined {
  const fault = checkSizes(leastSize(plan), n1, hasOneGroup(plan) ? n1 : n2);
  if (fault || !isExact(plan)) return fault;
  return outcomesOf(plan, { n1, n2 }) <= 1e6 ? undefined : "too-many-to-enumerate";
}

/** Whether power is found by going through outcomes, which makes it jump as sizes grow. */
export function isExact(plan: Plan): boolean {
  return "method" in plan && ["fisher-exact", "z-pooled-exact", "exact", "mid-p"].includes(plan.method);
}

function outcomesOf(plan: Plan, { n1, n2 }: Size): number {
  if (plan.kind === "two-rates") return (plan.rate1 * n1 + plan.rate2 * n2) ** 2;
  return hasOneGroup(plan) ? n1 * n1 : n1 * n2;
}

/** Power as a bare number at any real sizes; NaN where it does not exist. For solvers, which check the plan once. */
export function powerAt(plan: Plan, size: Size): number {
  const whole = { n1: Math.floor(size.n1), n2: Math.floor(size.n2) };
  switch (plan.kind) {
    case "two-proportions":
      return twoProportions[plan.method](plan, isExact(plan) ? whole : size);
    case "paired-proportions":
      return plan.method === "connor" ? powerOfConnor(plan, size.n1) : powerOfMcNemar(plan, whole.n1);
    case "two-means":
      return powerOfTwoMeans(plan, size);
    case "paired-means":
      return powerOfPairedMeans(plan, size.n1);
    case "one-mean":
      return powerOfOneMean(plan, size.n1);
    case "two-rates":
      return plan.method === "exact" ? powerOfConditionalRates(plan, size) : powerOfTwoRates(plan, size);
    case "rates-per-person":
      return powerOfRatesPerPerson(plan, size);
    case "did-means":
      return powerOfDidMeans(plan, size);
    case "did-proportions":
      return powerOfDidProportions(plan, size);
    case "did-rates":
      return powerOfDidRates(plan, size);
    case "clustered-means":
      return powerOfClusteredMeans(plan, size);
  }
}

const twoProportions = {
  "z-pooled": powerOfPooledZ,
  arcsine: powerOfArcsine,
  "z-continuity": powerOfContinuityZ,
  "fisher-exact": powerOfFisher,
  "z-pooled-exact": powerOfPooledZExact,
};
