import type { Day } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import type { Assessment, Baseline, Decision, Point, Target } from "../model/spec.ts";
import type { Time } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { decisionWords } from "./plan-calendar.ts";
import { levelWords } from "./plan-levels.ts";
import { personWords, whenWords } from "./plan-words.ts";
import { nameOf } from "./preview-figures.ts";
import { wholeOf } from "./preview-nodes.ts";
import type { TimelineMark, TimelineRow } from "./preview-timeline.ts";
import { isMeasured, type Standing, standingOn } from "./standing.ts";

interface Axis {
  /** The place of a time on the axis. */
  dayOf(time: { readonly value: Time } | undefined): Day | undefined;
  readonly isRelative: boolean;
}

/** Metrics, behaviors, assessments and decisions, each with what of it has its day. */
export function timelineRows(context: Context, axis: Axis): readonly TimelineRow[] {
  return [
    ...context.measures.map((measure) => measureRow(context, measure, axis)),
    ...[...context.assessments.values()].map((each) => assessmentRow(context, each, axis)),
    ...[...context.decisions.values()].map((each) => decisionRow(context, each, axis)),
  ];
}

function measureRow(context: Context, measure: Measure, axis: Axis): TimelineRow {
  const { id, is, part, role } = measure;
  const name = is === "metric" ? context.metrics.get(id)?.name?.value : context.behaviors.get(id)?.does?.value;
  const level = levelWords(is === "metric" ? 4 : 3);
  return {
    kind: is,
    name: name ?? nameOf(id),
    label: role ? say`${level}, ${role}` : level,
    span: wholeOf(part),
    marks: context.chain.measuring(id).map((point) => pointMark(context, point, id, axis)),
    ...(axis.isRelative ? NO_DATES : datesOf(measure)),
  };
}

const NO_DATES = { baseline: undefined, target: undefined } as const;

function datesOf({
  baseline,
  target,
}: {
  readonly baseline: Baseline | undefined;
  readonly target: Target | undefined;
}): Pick<TimelineRow, "baseline" | "target"> {
  const { from, to } = baseline ?? {};
  const by = target?.by;
  return {
    baseline:
      from && to && baseline && from.value <= to.value
        ? { from: from.value, to: to.value, span: baseline.key }
        : undefined,
    target: by && { by: by.value, span: by.key },
  };
}

function pointMark(context: Context, point: Point, measure: string, axis: Axis): TimelineMark {
  const { id, phase, when, who, measures } = point;
  const day = axis.dayOf(when);
  const standing = standingOn(context.dayOf(when), context.today, isMeasured(context, id, measure));
  return {
    name: say`${id}`,
    phase: phase?.value,
    day,
    when: whenWords(context, when),
    standing,
    state: measureState(standing),
    isInterim: phase?.value === "during",
    who: personWords(context, who),
    span: measures?.items.find(({ value }) => value === measure)?.span ?? wholeOf(point),
  };
}

function measureState(standing: Standing): Message {
  switch (standing) {
    case "done":
      return say`measured`;
    case "due":
      return say`due today`;
    case "overdue":
      return say`overdue: no result yet`;
    case "undated":
      return say`without a day`;
    default:
      return say`to come`;
  }
}

function assessmentRow(context: Context, assessment: Assessment, axis: Axis): TimelineRow {
  const { id, type, when } = assessment;
  const day = axis.dayOf(when);
  const standing = standingOn(context.dayOf(when), context.today, undefined);
  const state = standing === "past" ? say`past` : measureState(standing);
  const mark: TimelineMark = {
    name: type ? say`${type.value}` : say`assessment`,
    phase: undefined,
    day,
    when: whenWords(context, when),
    standing,
    state,
    isInterim: false,
    who: personWords(context, context.owners?.learning),
    span: when?.key ?? wholeOf(assessment),
  };
  return {
    kind: "assessment",
    name: nameOf(id),
    label: levelWords(type?.value === "survey" ? 1 : 2),
    span: wholeOf(assessment),
    marks: [mark],
    ...NO_DATES,
  };
}

/** A decision is due on the day of the last point that it names. */
function decisionRow(context: Context, decision: Decision, axis: Axis): TimelineRow {
  const { id, owner, done } = decision;
  const points = pointsNamed(context, decision);
  const day = lastOf(points.map((point) => axis.dayOf(point?.when)));
  const due = lastOf(points.map((point) => context.dayOf(point?.when)));
  const last = points.find((point) => day !== undefined && axis.dayOf(point?.when) === day) ?? points.at(-1);
  const standing = standingOn(due, context.today, done !== undefined);
  const mark: TimelineMark = {
    name: last ? say`decide at ${last.id}` : say`decide`,
    phase: last?.phase?.value,
    day,
    when: last ? whenWords(context, last.when) : say`its point has no day`,
    standing,
    state: standing === "undated" ? say`without a day` : decisionWords(standing),
    isInterim: last?.phase?.value === "during",
    who: personWords(context, owner),
    span: decision.if?.key ?? wholeOf(decision),
  };
  return {
    kind: "decision",
    name: nameOf(id),
    label: say`Decision`,
    span: wholeOf(decision),
    marks: [mark],
    ...NO_DATES,
  };
}

/** The latest of some days; undefined where one of them is not known. */
function lastOf(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length > 0 && known.length === days.length ? Math.max(...known) : undefined;
}

/** The points that a condition names; a clause without one is about that of the clause before it. */
function pointsNamed(context: Context, decision: Decision): (Point | undefined)[] {
  let point: string | undefined;
  const names = (decision.if?.value.clauses ?? []).flatMap((clause) => {
    point = clause.point?.value ?? point;
    return point === undefined ? [] : [point];
  });
  return [...new Set(names)].map((name) => context.points.get(name));
}
