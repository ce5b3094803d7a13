import { normalQuantile, tQuantile } from "../analysis/numeric/distributions.ts";
import { type DetectableChange, detectableChange } from "../analysis/planning/detectable-change.ts";
import { aim, type Size, type Unaimed } from "../analysis/planning/plan.ts";
import { powerOf } from "../analysis/planning/power.ts";
import { requiredSize } from "../analysis/planning/required-size.ts";
import { detectableSeriesChange, monthsAfter, powerOfSeries } from "../analysis/planning/series-power.ts";
import { criticalZ, tPower } from "../analysis/planning/tail-power.ts";
import { type NotEstimable, notEstimable } from "../analysis/result.ts";
import { type Message, say } from "../base/message.ts";
import { remembered } from "../base/remembered.ts";
import type { DesignPlan } from "./design-plan.ts";
import type { Input } from "./input.ts";
import { formulaOf } from "./plan-formula.ts";

/** The guesses under which a plan is solved. */
export interface Guess {
  readonly correlation: number;
  readonly icc: number;
}

/** What a plan can see under one set of guesses, in the scale of the formulas. */
export interface Solution {
  readonly kind: "change" | "nothing-detectable";
  /** The smallest change that is seen with the power asked for; infinite where nothing is. */
  readonly change: number;
  readonly method: Message;
  /** What a case of a cluster counts for less: 1 where cases are independent. */
  readonly designEffect: number;
}

/** What solving a plan takes of it. */
export type Numbers = Pick<DesignPlan, "design" | "metric" | "start" | "goal" | "direction"> & {
  readonly [Field in "alpha" | "power" | "before" | "after"]: Pick<Input, "value">;
} & { readonly [Field in "sd" | "clusters"]: Pick<Input, "value"> | undefined };

/**
 * The smallest change that a plan sees. Closed forms only, so that it can be asked while somebody types; and most that is
 * typed leaves the numbers as they were.
 */
export function solve(plan: DesignPlan, guess: Guess): Solution | NotEstimable {
  const numbers = numbersOf(plan);
  // JSON knows no infinity.
  return areFinite(numbers, guess) ? solveText(JSON.stringify([numbers, guess])) : solveNumbers(numbers, guess);
}

const solveText = remembered((text): Solution | NotEstimable => {
  const [numbers, guess]: [Numbers, Guess] = JSON.parse(text);
  return solveNumbers(numbers, guess);
});

function numbersOf({ design, metric, start, goal, direction, ...inputs }: DesignPlan): Numbers {
  const { alpha, power, before, after, sd, clusters } = inputs;
  return {
    ...{ design, metric, start, goal, direction },
    alpha: { value: alpha.value },
    power: { value: power.value },
    before: { value: before.value },
    after: { value: after.value },
    sd: sd && { value: sd.value },
    clusters: clusters && { value: clusters.value },
  };
}

function areFinite(
  { start, goal, alpha, power, before, after, sd, clusters }: Numbers,
  { correlation, icc }: Guess,
): boolean {
  const values = [alpha, power, before, after, sd, clusters].map((input) => input?.value);
  return [start, goal, correlation, icc, ...values].every((each) => each === undefined || Number.isFinite(each));
}

function solveNumbers(plan: Numbers, guess: Guess): Solution | NotEstimable {
  const fault = faultIn(plan);
  if (fault) return fault;
  if (plan.design === "trend-line") return solveSeries(plan, guess);
  const shape = shapeOf(plan, guess);
  if ("because" in shape) return shape;
  const quick = quickMean(plan, shape, guess);
  if (quick !== undefined)
    return { kind: "change", change: quick * shape.widening, method: shape.method, designEffect: shape.designEffect };
  const target = { power: plan.power.value, direction: plan.direction };
  const found = detectableChange(shape.unaimed, shape.size, target);
  if (found.kind === "not-estimable") return found;
  const change = found.kind === "change" ? widened(plan, found, shape.widening) : Number.POSITIVE_INFINITY;
  const kind = Number.isFinite(change) ? "change" : "nothing-detectable";
  return { kind, change, method: shape.method, designEffect: shape.designEffect };
}

/**
 * The change that a t test sees, as (t + t)·SE with central quantiles: from 60 degrees of freedom on within a thousandth of
 * the non-central t, and ten times as fast. Undefined below, and where the risks leave no room for it.
 */
function quickMean(plan: Numbers, { size: { n1, n2 } }: Shape, { correlation }: Guess): number | undefined {
  const { metric, design, sd, alpha, power } = plan;
  if (
    metric !== "mean" ||
    !sd ||
    Math.min(n1, n2) < 61 ||
    !(alpha.value <= 0.2 && power.value >= 0.5 && power.value < 1)
  )
    return undefined;
  const change = design.endsWith("-same") ? 2 * (1 - correlation) : design === "difference-in-differences" ? 2 : 1;
  const both = design === "before-after-same" ? 1 / n1 : 1 / n1 + 1 / n2;
  const df =
    design === "before-after-same" ? n1 - 1 : both ** 2 / (1 / (n1 ** 2 * (n1 - 1)) + 1 / (n2 ** 2 * (n2 - 1)));
  const seen = (tQuantile(power.value, df) - tQuantile(alpha.value / 2, df)) * sd.value * Math.sqrt(change * both);
  return Number.isFinite(seen) ? seen : undefined;
}

/** The same plan under other guesses, from its solution: the error of means is proportional. */
export function solveAgain(
  plan: DesignPlan,
  from: { guess: Guess; solution: Solution },
  to: Guess,
): Solution | NotEstimable {
  if (plan.metric !== "mean" || plan.design === "trend-line") return solve(plan, to);
  const effect = (icc: number) => from.solution.designEffect + (icc - from.guess.icc) * slope;
  const slope = from.guess.icc > 0 ? (from.solution.designEffect - 1) / from.guess.icc : 0;
  const unlike = plan.design.endsWith("-same") ? (1 - to.correlation) / (1 - from.guess.correlation) : 1;
  const factor = Math.sqrt(unlike * (effect(to.icc) / from.solution.designEffect));
  return { ...from.solution, change: from.solution.change * factor, designEffect: effect(to.icc) };
}

/** The chance, 0 to 1, that a plan sees a change of a size; undefined where no formula says it. */
export function powerAtChange(plan: DesignPlan, guess: Guess, change: number): number | undefined {
  if (faultIn(plan) || !Number.isFinite(change)) return undefined;
  if (plan.design === "trend-line") {
    const found = powerOfSeries({ ...seriesOf(plan, guess), effect: change });
    return found.kind === "series-power" ? found.power : undefined;
  }
  const shape = shapeOf(plan, guess);
  if ("because" in shape) return undefined;
  const found = powerOf(aim(shape.unaimed, hopedFor(plan, change)), shape.size);
  if (found.kind !== "power") return undefined;
  if (shape.df === undefined) return found.power;
  if (found.power > 1 - 1e-9) return found.power;
  const test = testOf(plan);
  const shift = criticalZ(test) + normalQuantile(found.power);
  return shift > 0 ? Math.min(1, tPower(shift, shape.df, test)) : found.power;
}

/** Cases per group and window (months after, on a trend line) with which a change of that size is seen. */
export function casesFor(plan: DesignPlan, guess: Guess, change: number): number | undefined {
  if (faultIn(plan) || !(change > 0)) return undefined;
  if (plan.design === "trend-line") {
    const found = monthsAfter({ ...seriesOf(plan, guess), effect: change }, plan.power.value);
    return found.kind === "months" ? found.after : undefined;
  }
  const shape = shapeOf(plan, guess);
  if ("because" in shape) return undefined;
  const found = requiredSize(aim(shape.unaimed, hopedFor(plan, change)), { power: plan.power.value, ratio: 1 });
  if (found.kind !== "size") return undefined;
  const independent = found.real.n1 * shape.widening ** 2;
  if (!plan.clusters) return independent;
  // k·m / (1 + (m − 1)·ICC) = n, solved for m: beyond k/ICC no number of cases is enough.
  const perArm = plan.clusters.value / 2;
  const room = perArm - independent * guess.icc;
  const perCluster = (independent * (1 - guess.icc)) / room;
  return room > 0 && Number.isFinite(perCluster) ? Math.max(independent, perCluster * perArm) : undefined;
}

/** Clusters in both groups together, of the size that they have, with which a change of that size is seen. */
export function clustersFor(plan: DesignPlan, guess: Guess, change: number): number | undefined {
  if (!plan.clusters || faultIn(plan) || !(change > 0)) return undefined;
  const size = Math.max(1, plan.after.value / (plan.clusters.value / 2));
  const shape = shapeOf(plan, guess);
  if ("because" in shape) return undefined;
  const found = requiredSize(aim(shape.unaimed, hopedFor(plan, change)), { power: plan.power.value, ratio: 1 });
  if (found.kind !== "size") return undefined;
  const effect = 1 + (size - 1) * guess.icc;
  const needed = 2 * Math.ceil((found.real.n1 * effect) / size);
  return needed >= 2 * FEW_PER_ARM
    ? needed
    : 2 * Math.ceil(((found.real.n1 * effect) / size) * widening(plan, needed) ** 2);
}

/** Under so many clusters per group only the t distribution is honest: the normal one makes intervals too narrow. */
const FEW_PER_ARM = 15;

function testOf({ alpha }: Numbers) {
  return { alpha: alpha.value, sides: 2 as const };
}

function faultIn(plan: Numbers): NotEstimable | undefined {
  const { before, after, clusters, sd } = plan;
  if (![plan.start, plan.goal ?? 0, before.value, after.value].every(Number.isFinite))
    return notEstimable("not-a-number");
  if (sd && !(sd.value > 0)) return notEstimable("sd-not-positive");
  if (clusters && !(clusters.value >= 4 && clusters.value / 2 <= Math.max(before.value, after.value)))
    return notEstimable(clusters.value < 4 ? "too-few-clusters" : "value-out-of-range");
  return undefined;
}

interface Shape {
  readonly unaimed: Unaimed;
  readonly size: Size;
  readonly method: Message;
  readonly designEffect: number;
  /** By how much few clusters widen what can be seen. */
  readonly widening: number;
  readonly df: number | undefined;
}

function shapeOf(plan: Numbers, guess: Guess): Shape | NotEstimable {
  const perArm = plan.clusters ? plan.clusters.value / 2 : undefined;
  const effectOf = (n: number): number => (perArm ? 1 + (Math.max(1, n / perArm) - 1) * guess.icc : 1);
  if (!(guess.icc >= 0 && guess.icc < 1)) return notEstimable("correlation-out-of-range");
  const designEffect = effectOf(plan.after.value);
  const [before, after] = [plan.before.value / effectOf(plan.before.value), plan.after.value / designEffect];
  if (!(before > 0 && after > 0)) return notEstimable("too-few");
  const few = plan.clusters && plan.clusters.value < 2 * FEW_PER_ARM ? plan.clusters.value : undefined;
  const widened = few === undefined ? 1 : widening(plan, few);
  const df = few === undefined ? undefined : few - 2;
  const { unaimed, size, method } = formulaOf(plan, guess, { before, after });
  return { unaimed, size, method, designEffect, widening: widened, df };
}

/** The value that the formulas call hoped for. */
function hopedFor({ metric, start, direction }: Numbers, change: number): number {
  if (metric === "mean") return change;
  return direction === "increase" ? start + change : start - change;
}

/** Few clusters: what a z test sees, a t test on their number sees only when it is larger by this factor. */
function widening(plan: Numbers, clusters: number): number {
  const test = testOf(plan);
  const power = plan.power.value;
  const df = Math.max(2, clusters - 2);
  // The central t stands in for the non-central one: within half a percent from 6 degrees of freedom on.
  const t = -tQuantile(test.alpha / test.sides, df) + tQuantile(power, df);
  return Math.max(1, t / (criticalZ(test) + normalQuantile(power)));
}

function widened({ metric, start, direction }: Numbers, { change, value }: DetectableChange, factor: number): number {
  if (factor === 1) return change;
  if (metric === "mean") return change * factor;
  if (metric === "rate") return Math.abs(start * (value / start) ** factor - start);
  const room = direction === "increase" ? 1 - start : start;
  return change * factor < room ? change * factor : Number.POSITIVE_INFINITY;
}

function seriesOf(plan: Numbers, { correlation }: Guess) {
  return {
    ...testOf(plan),
    method: "segmented" as const,
    parameter: "average-effect" as const,
    before: plan.before.value,
    after: plan.after.value,
    sd: plan.sd?.value ?? 0,
    rho: correlation,
  };
}

function solveSeries(plan: Numbers, guess: Guess): Solution | NotEstimable {
  const found = detectableSeriesChange(seriesOf(plan, guess), plan.power.value);
  if (found.kind === "not-estimable") return found;
  return { kind: "change", change: found.change, method: say`segmented regression, average effect`, designEffect: 1 };
}
