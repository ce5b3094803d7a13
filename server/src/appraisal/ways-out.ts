import { daysIn } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import type { Design, DesignPlan } from "./design-plan.ts";
import { casesNeeded, type Detectable, detectabilityOf, guessOf, seesTarget } from "./detectability.ts";
import { ASSUMED } from "./input.ts";
import { clustersFor, solve } from "./solve-plan.ts";

/** Something that would let a plan see its target, with what it takes or what it then sees. */
export type WayOut =
  | { readonly kind: "cases"; readonly perGroup: number }
  | { readonly kind: "window"; readonly months: number }
  | { readonly kind: "clusters"; readonly clusters: number }
  | { readonly kind: "months-after"; readonly months: number }
  | { readonly kind: "after-only" | "same-people" | "baseline-adjusted"; readonly change: number }
  | { readonly kind: "closer-indicator"; readonly measures: readonly string[] };

/** The ways out that are known to be enough, the plainest first. Nothing where the plan sees its target. */
export function waysOut(context: Context, measure: Measure, found: Detectable): readonly WayOut[] {
  if (found.promised === undefined) return [];
  const { plan } = found;
  if (plan.design === "trend-line") {
    const months = casesNeeded(found);
    return [
      ...(months === undefined ? [] : [{ kind: "months-after" as const, months }]),
      ...closerIndicators(context, measure),
    ];
  }
  return [
    ...moreCases(measure, found),
    ...moreClusters(found),
    ...otherDesigns(context, found),
    ...closerIndicators(context, measure),
  ];
}

function moreCases(measure: Measure, found: Detectable): readonly WayOut[] {
  const perGroup = casesNeeded(found);
  if (perGroup === undefined || perGroup <= found.plan.after.value) return [];
  const ways: WayOut[] = [{ kind: "cases", perGroup }];
  const { n, from, to } = measure.baseline ?? {};
  if (n && from && to && to.value > from.value && n.value > 0) {
    const months = (perGroup / n.value) * ((to.value - from.value + 1) / daysIn({ count: 1, unit: "months" }));
    if (months <= LONGEST_WINDOW) ways.push({ kind: "window", months: Math.ceil(months - 1e-9) });
  }
  return ways;
}

/** Beyond three years people, products and reports are no longer the same. */
const LONGEST_WINDOW = 36;

function moreClusters({ plan, guess, promised }: Detectable): readonly WayOut[] {
  const clusters = clustersFor(plan, guess, (promised ?? 0) / plan.scale);
  return clusters !== undefined && plan.clusters && clusters > plan.clusters.value
    ? [{ kind: "clusters", clusters }]
    : [];
}

function otherDesigns(context: Context, found: Detectable): readonly WayOut[] {
  const { plan } = found;
  const ways: WayOut[] = [];
  const isRandom = context.measurement?.compare?.assigned?.value === "random";
  const add = (kind: "after-only" | "same-people" | "baseline-adjusted", change: number | undefined) => {
    if (change !== undefined && change * plan.scale <= (found.promised ?? 0))
      ways.push({ kind, change: change * plan.scale });
  };
  if (plan.design === "difference-in-differences" && isRandom) add("after-only", changeWith(plan, "two-groups-after"));
  if (plan.design === "difference-in-differences-same" && isRandom && plan.metric === "mean") {
    const change = found.change === undefined ? undefined : found.change / plan.scale;
    add("baseline-adjusted", change && change * Math.sqrt((1 + found.guess.correlation) / 2));
  }
  if (mayBePeople(context, plan)) {
    if (plan.design === "difference-in-differences")
      add("same-people", changeWith(plan, "difference-in-differences-same"));
    if (plan.design === "before-after") add("same-people", changeWith(plan, "before-after-same"));
  }
  return ways;
}

/** Callers and orders cannot be measured twice; as many cases as there are people may be people. */
function mayBePeople(context: Context, { metric, before, after }: DesignPlan): boolean {
  if (metric !== "mean") return false;
  let people = 0;
  for (const { size } of context.audience.values()) people += size?.value ?? 0;
  return Math.max(before.value, after.value) <= people * 1.05;
}

function changeWith(plan: DesignPlan, design: Design): number | undefined {
  const pairs = Math.min(plan.before.value, plan.after.value);
  const sizes = design.endsWith("-same")
    ? { before: { ...plan.before, value: pairs }, after: { ...plan.after, value: pairs } }
    : {};
  const other: DesignPlan = { ...plan, ...sizes, design, correlation: ASSUMED.correlation };
  const solution = solve(other, guessOf(other, "likely"));
  return solution.kind === "change" ? solution.change : undefined;
}

/** What stands nearer to the training and can be seen: the behaviors that move the metric, and their leading metrics. */
function closerIndicators(context: Context, measure: Measure): readonly WayOut[] {
  if (measure.is === "behavior" || measure.role === "leading") return [];
  const behaviors = new Set(context.chain.moving(measure.id).map(({ id }) => id));
  const near = context.measures.filter(({ id, is, role }) => {
    if (is === "behavior") return behaviors.has(id);
    return role === "leading" && context.chain.moving(id).some((each) => behaviors.has(each.id));
  });
  const seen = near.filter((each) => {
    const found = detectabilityOf(context, each);
    return found.kind === "detectable" && seesTarget(found, 0) === "yes";
  });
  return seen.length > 0 ? [{ kind: "closer-indicator", measures: seen.map(({ id }) => id) }] : [];
}
