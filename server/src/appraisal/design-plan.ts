import { calendarOf, type Day } from "../base/date.ts";
import type { Measurement } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import { type Measure, sharesUnit } from "../workspace/measure.ts";
import { ASSUMED, assumed, derived, type Input, stated } from "./input.ts";
import { type MetricKind, scaleOf } from "./scale.ts";

/** The designs for which there are formulas. */
export type Design =
  | "two-groups-after"
  | "difference-in-differences"
  | "difference-in-differences-same"
  | "before-after"
  | "before-after-same"
  | "trend-line";

/** Why there is nothing to compute, before any formula is asked. */
export type Gap =
  | "no-plan"
  | "no-design"
  | "estimate"
  | "no-baseline"
  | "no-direction"
  | "unknown-kind"
  | "unknown-unit"
  | "different-units"
  | "no-n"
  | "no-sd"
  | "no-period";

/** Everything that the formulas take of one measure, in their own scale. */
export interface DesignPlan {
  readonly kind: "plan";
  readonly design: Design;
  readonly metric: MetricKind;
  /** By what the measure's own values were divided. */
  readonly scale: number;
  readonly start: number;
  readonly goal: number | undefined;
  readonly direction: "decrease" | "increase";
  readonly alpha: Input;
  readonly power: Input;
  /** Cases (exposure for rates) of one group in one window. Months on a trend line. */
  readonly before: Input;
  readonly after: Input;
  readonly sd: Input | undefined;
  /** Between two measurements of the same people; of neighboring months on a trend line. */
  readonly correlation: Input | undefined;
  readonly clusters: Input | undefined;
  readonly icc: Input | undefined;
  /** Groups were assigned as a whole and nobody says how many: the real figure is larger. */
  readonly atBest: boolean;
}

interface Refusal {
  readonly kind: Gap;
}

type Basics = Pick<DesignPlan, "metric" | "scale" | "start" | "goal" | "direction">;
type Sizes = Pick<DesignPlan, "before" | "after">;

/** What a program plans for one of its measures. Reads the context alone. */
export function designPlan(context: Context, measure: Measure): DesignPlan | Refusal {
  const { measurement } = context;
  if (!measurement) return { kind: "no-plan" };
  const basics = basicsOf(measure);
  if ("kind" in basics) return basics;
  const design = designOf(measurement, measure);
  if (!design) return { kind: measurement.design?.value === "estimate" ? "estimate" : "no-design" };
  const { analysis } = measurement;
  const sizes = design === "trend-line" ? monthsOf(context, measure) : sizesOf(context, measure, design);
  if ("kind" in sizes) return sizes;
  const sd = spreadOf(measure, basics, design, sizes);
  if (!sd && (basics.metric === "mean" || design === "trend-line")) return { kind: "no-sd" };
  const { metric, scale, start, goal, direction } = basics;
  const { correlation, clusters, icc, atBest } = likeness(measurement, measure, design, sizes.after);
  return {
    kind: "plan",
    design,
    metric,
    scale,
    start,
    goal,
    direction,
    alpha: analysis?.alpha ? stated(analysis.alpha) : ASSUMED.alpha,
    power: analysis?.power ? stated(analysis.power) : ASSUMED.power,
    before: sizes.before,
    after: sizes.after,
    sd,
    correlation,
    clusters,
    icc,
    atBest,
  };
}

/** Kind, scale and the way from start to goal. */
function basicsOf(measure: Measure): Basics | Refusal {
  const { baseline, target, unit, direction } = measure;
  if (!baseline?.value) return { kind: "no-baseline" };
  if (!sharesUnit(measure)) return { kind: "different-units" };
  const metric = kindOf(measure);
  if (!metric) return { kind: "unknown-kind" };
  const scale = scaleOf(metric, unit);
  if (scale === undefined) return { kind: "unknown-unit" };
  const start = baseline.value.value / scale;
  const goal = target?.value && target.value.value / scale;
  const way = goal === undefined || goal === start ? direction : goal > start ? "higher" : "lower";
  if (way !== "higher" && way !== "lower") return { kind: "no-direction" };
  return { metric, scale, start, goal, direction: way === "higher" ? "increase" : "decrease" };
}

/** A behavior is a share unless its unit says otherwise; then it is a mean where it has a spread. */
function kindOf(measure: Measure): MetricKind | undefined {
  if (measure.is === "metric") return measure.kind;
  if (scaleOf("proportion", measure.unit) !== undefined) return "proportion";
  return measure.baseline?.sd ? "mean" : undefined;
}

/** Behaviors are watched in the trained group: before and after, whatever the design says of the metrics. */
function designOf({ design, compare, analysis }: Measurement, measure: Measure): Design | undefined {
  const same = compare?.samePeople?.value === true;
  switch (design?.value) {
    case "trend-line":
      return measure.is === "behavior" ? "before-after" : "trend-line";
    case "before-after":
      return same && measure.is === "metric" ? "before-after-same" : "before-after";
    case "control-group":
    case "staggered-rollout":
      if (measure.is === "behavior") return "before-after";
      if (analysis?.test && /^two-/.test(analysis.test.value)) return "two-groups-after";
      if (analysis?.test?.value === "paired") return "before-after-same";
      return same ? "difference-in-differences-same" : "difference-in-differences";
    default:
      return undefined;
  }
}

function sizesOf(context: Context, measure: Measure, design: Design): Sizes | Refusal {
  const own = measure.baseline?.n;
  const after = followUpSize(context, measure) ?? (own && assumed(own.value));
  const before = own ? stated(own) : after && assumed(after.value);
  if (!before || !after) return { kind: "no-n" };
  const same = design === "before-after-same" || design === "difference-in-differences-same";
  const pairs = Math.min(before.value, after.value);
  if (same && before.value !== after.value) return { before: derived(pairs), after: derived(pairs) };
  return { before, after };
}

/** `compare.n` counts the cases of the primary metric; others have as many more or fewer as in their baseline. */
function followUpSize(context: Context, measure: Measure): Input | undefined {
  const n = context.measurement?.compare?.n;
  if (!n || measure.is === "behavior") return undefined;
  if (measure.role === "primary") return stated(n);
  const [primary] = context.primary;
  const [own, first] = [measure.baseline?.n?.value, primary?.metric.baseline?.n?.value];
  if (own === undefined || !first || own === first) return stated(n);
  return derived((n.value * own) / first);
}

function monthsOf(context: Context, measure: Measure): Sizes | Refusal {
  const { from, to } = measure.baseline ?? {};
  const { launch } = context;
  if (!from || !to || !launch || to.value < from.value) return { kind: "no-period" };
  const days = context.chain.measuring(measure.id).flatMap(({ phase, when }) => {
    const day = phase?.value === "after" ? context.dayOf(when) : undefined;
    return day === undefined ? [] : [day];
  });
  const last = days.length > 0 ? Math.max(...days) : measure.target?.by?.value;
  if (last === undefined || last <= launch.value) return { kind: "no-period" };
  return {
    before: derived(monthsBetween(from.value, to.value + 1)),
    after: derived(monthsBetween(launch.value, last)),
  };
}

/** Whole months, the last one counted when it is nearly over. */
export function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [calendarOf(from), calendarOf(to)];
  return Math.max(0, Math.floor((b.year - a.year) * 12 + b.month - a.month + (b.day - a.day + 3) / 31));
}

/** Of single cases; on a trend line of months, where chance alone gives the least it can be. */
function spreadOf(
  { baseline }: Measure,
  { metric, start, scale }: { metric: MetricKind; start: number; scale: number },
  design: Design,
  { before }: { before: Input },
): Input | undefined {
  if (design !== "trend-line") return baseline?.sd && metric === "mean" ? stated(baseline.sd) : undefined;
  if (baseline?.sd) return { ...stated(baseline.sd), value: baseline.sd.value / scale };
  if (!baseline?.n || metric === "mean" || !(before.value > 0)) return undefined;
  const perMonth = baseline.n.value / before.value;
  const variance = metric === "proportion" ? start * (1 - start) : start;
  return derived(Math.sqrt(variance / perMonth));
}

function likeness(measurement: Measurement, measure: Measure, design: Design, after: Input) {
  const { compare } = measurement;
  const none = { clusters: undefined, icc: undefined, atBest: false };
  if (design === "trend-line") return { correlation: ASSUMED.autocorrelation, ...none };
  const correlation = design.endsWith("-same") ? ASSUMED.correlation : undefined;
  const alone = design === "before-after" || design === "before-after-same";
  if (measure.is === "behavior" || alone) return { correlation, ...none };
  const clusters = compare?.clusters && stated(compare.clusters);
  if (!clusters) return { correlation, ...none, atBest: compare?.by !== undefined && namesGroup(compare.by.value) };
  // With one case per cluster, likeness within a cluster does not matter.
  const single = after.value <= clusters.value / 2;
  const icc = compare.icc ? stated(compare.icc) : single ? derived(0) : ASSUMED.icc;
  return { correlation, clusters, icc, atBest: false };
}

/** Whether `by` is one of the plain words for a group of people or a place. Other words say nothing. */
export function namesGroup(by: string): boolean {
  return GROUPS.has(by.trim().toLowerCase());
}

const GROUPS: ReadonlySet<string> = new Set(
  [
    "area branch business-unit campus class clinic cohort country county crew department depot dealer dealership district",
    "division facility factory group hospital house line location office plant practice region restaurant school section",
    "shift shop site squad station store team territory unit ward warehouse workshop",
  ].flatMap((line) => line.split(" ")),
);
