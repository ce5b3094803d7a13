import { say } from "../base/message.ts";
import type { ResultRow } from "../results/results-file.ts";
import type { Context } from "../workspace/context.ts";
import { type Measure, sharesUnit } from "../workspace/measure.ts";
import { because, intervalOf, type Kind, kindWithScale } from "./evaluation-cells.ts";
import { effectOf } from "./evaluation-effect.ts";
import { kindOfMeasure, observationsOf, rowsByMeasure } from "./evaluation-observation.ts";
import { seriesEffect } from "./evaluation-series.ts";
import type {
  Effect,
  GuardAnswer,
  Interval,
  MeasureEvaluation,
  NotEstimable,
  Observation,
  TargetAnswer,
  Verdict,
} from "./evaluation-types.ts";
import { whatMayBeSaid } from "./evaluation-words.ts";

/**
 * What the results of a program say of each of its measures. Everything comes from the
 * analysis layer, chosen by design and kind of metric; what has no number says why.
 */
export function evaluationOf(context: Context): readonly MeasureEvaluation[] {
  return context.once(EVALUATION, () => {
    const rows = rowsByMeasure(context);
    return context.measures.map((measure) => evaluate(context, measure, rows.get(measure.id) ?? []));
  });
}

const EVALUATION = {};

export function evaluationOfMeasure(context: Context, id: string): MeasureEvaluation | undefined {
  return evaluationOf(context).find(({ measure }) => measure.id === id);
}

/** The level of intervals: 1 − alpha. */
export function levelOf(context: Context): number {
  const alpha = context.measurement?.analysis?.alpha?.value ?? 0.05;
  return alpha > 0 && alpha < 1 ? 1 - alpha : 0.95;
}

function evaluate(context: Context, measure: Measure, rows: readonly ResultRow[]): MeasureEvaluation {
  const level = levelOf(context);
  const kind = kindOfMeasure(context, measure);
  const scaled = kindWithScale(kind, measure.unit);
  const observations = observationsOf(context, measure, rows);
  const intervals = intervalsOf(observations, scaled, level);
  const before = lastOf(observations, "before", "trained") ?? statedBaseline(measure);
  const after = lastOf(observations, "after", "trained");
  const effect =
    "because" in scaled ? scaled : effectFor(context, measure, rows, { observations, before, after, scaled, level });
  const verdict = verdictOf(effect);
  const conclusion = context.conclusions?.items.find(({ id }) => id.value === measure.id)?.of;
  const facts = { measure, effect, before, after, verdict, level };
  return {
    measure,
    kind,
    observations,
    intervals,
    before,
    after,
    effect,
    verdict,
    conclusion,
    target: targetAnswer(measure, observations, intervals),
    guard: guardAnswers(measure, observations, intervals),
    ...whatMayBeSaid(context, facts),
  };
}

/** Who was trained; where nobody is told apart, all. */
function lastOf(
  observations: readonly Observation[],
  phase: Observation["phase"],
  group: "trained" | "comparison",
): Observation | undefined {
  const known = observations.filter((each) => each.phase === phase);
  const own = known.findLast((each) => each.group === group);
  if (own || group === "comparison") return own;
  return known.findLast((each) => each.group === "all");
}

/** Of the comparison group at the same point as an observation of the trained one, else the last of that phase. */
function besideOf(observations: readonly Observation[], own: Observation | undefined): Observation | undefined {
  if (own?.group !== "trained") return undefined;
  const same = observations.find(({ point, group }) => group === "comparison" && point === own.point);
  return same ?? (own.phase === "before" ? lastOf(observations, "before", "comparison") : undefined);
}

/** The baseline of the spec stands for a measurement before launch that no row repeats. */
function statedBaseline(measure: Measure): Observation | undefined {
  const { value, n, sd, from, to } = measure.baseline ?? {};
  if (!value || !sharesUnit(measure)) return undefined;
  return {
    point: undefined,
    phase: "before",
    day: undefined,
    group: "trained",
    from: from?.value,
    to: to?.value,
    value: value.value,
    n: n?.value,
    sd: sd?.value,
    rows: [],
  };
}

interface Known {
  readonly observations: readonly Observation[];
  readonly before: Observation | undefined;
  readonly after: Observation | undefined;
  readonly scaled: Kind;
  readonly level: number;
}

function effectFor(
  context: Context,
  measure: Measure,
  rows: readonly ResultRow[],
  { observations, before, after, scaled, level }: Known,
): Effect | NotEstimable {
  if (context.resultsFile?.isCut) return because(say`its table has more rows than are read`);
  if (observations.length === 0) return because(say`there are no results for it`);
  const { direction } = measure;
  if (context.measurement?.design?.value === "trend-line" && measure.is === "metric") {
    return seriesEffect(context, rows, { level, direction });
  }
  if (!after) return because(say`nothing has been measured after launch yet`);
  const beside =
    before?.rows.length === 0 ? lastOf(observations, "before", "comparison") : besideOf(observations, before);
  const compared = { before, after, otherBefore: beside, otherAfter: besideOf(observations, after) };
  return effectOf(context, compared, { kind: scaled, level, direction, isMetric: measure.is === "metric" });
}

function verdictOf(effect: Effect | NotEstimable): Verdict {
  if (effect.kind === "not-estimable") return "not-estimable";
  if (effect.shows === "better") return "improved";
  return effect.shows === "worse" ? "worse" : "not-shown";
}

function intervalsOf(
  observations: readonly Observation[],
  scaled: Kind | NotEstimable,
  level: number,
): ReadonlyMap<Observation, Interval> {
  const found = new Map<Observation, Interval>();
  if ("because" in scaled) return found;
  for (const each of observations) {
    const interval = intervalOf(each, scaled, level);
    if (interval) found.set(each, interval);
  }
  return found;
}

function targetAnswer(
  measure: Measure,
  observations: readonly Observation[],
  intervals: ReadonlyMap<Observation, Interval>,
): TargetAnswer | undefined {
  const { target, direction, baseline } = measure;
  const by = target?.by?.value;
  const inTime = observations.filter(({ to }) => by === undefined || to === undefined || to <= by);
  const at = lastOf(inTime, "after", "trained") ?? lastOf(observations, "after", "trained");
  if (!at || !target?.value || !sharesUnit(measure)) return undefined;
  const interval = intervals.get(at);
  const goal = target.value.value;
  const way = direction === "hold" ? undefined : (direction ?? wayTo(goal, baseline?.value?.value));
  if (!way) return undefined;
  const reached = way === "higher" ? at.value >= goal : at.value <= goal;
  const upper = reached === (way === "higher");
  const carried = interval !== undefined && (upper ? interval.low >= goal : interval.high <= goal);
  return { at, reached, carried, interval };
}

function wayTo(goal: number, start: number | undefined): "higher" | "lower" | undefined {
  if (start === undefined || goal === start) return undefined;
  return goal > start ? "higher" : "lower";
}

/** At every point after launch; before it, nothing has been risked yet. */
function guardAnswers(
  { limit }: Measure,
  observations: readonly Observation[],
  intervals: ReadonlyMap<Observation, Interval>,
): GuardAnswer[] {
  const most = limit?.atMost?.value;
  const least = limit?.atLeast?.value;
  if (most === undefined && least === undefined) return [];
  return observations
    .filter(({ phase, group }) => phase !== "before" && group !== "comparison")
    .map((at) => {
      const within = isWithin(at.value, most, least);
      const interval = intervals.get(at);
      const ends = interval && [interval.low, interval.high].map((end) => isWithin(end, most, least));
      const carried = ends?.every((end) => end === within) ?? false;
      return { at, within, carried };
    });
}

function isWithin(value: number, most: number | undefined, least: number | undefined): boolean {
  return (most === undefined || value <= most) && (least === undefined || value >= least);
}
