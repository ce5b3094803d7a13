import { forecastOf } from "../appraisal/forecast.ts";
import { durationText, inDigits } from "../appraisal/forecast-words.ts";
import { type Message, say } from "../base/message.ts";
import type { Assessment, Behavior, Objective, Point } from "../model/spec.ts";
import { names } from "../workspace/chain.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import {
  emptyWords,
  NOT_PLANNED,
  NOTHING,
  nameOfPerson,
  onceEach,
  personWords,
  pointsWords,
  whenWords,
  written,
} from "./plan-words.ts";
import { guardOf, promiseOf } from "./preview-figures.ts";
import { joined } from "./words.ts";

/** A row of the data collection plan: what is collected on one level of evaluation, and how. */
export interface LevelRow {
  /** Of Kirkpatrick's four levels and Phillips' fifth. */
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly objective: Message;
  readonly measure: Message;
  readonly method: Message;
  readonly source: Message;
  readonly timing: Message;
  readonly responsible: Message;
}

/** What a level is called: Kirkpatrick's word, and Phillips' where it differs. */
export function levelWords(level: LevelRow["level"]): Message {
  switch (level) {
    case 1:
      return say`1 Reaction`;
    case 2:
      return say`2 Learning`;
    case 3:
      return say`3 Behavior (application)`;
    case 4:
      return say`4 Results (impact)`;
    case 5:
      return say`5 ROI`;
  }
}

/** The data collection plan of a program, level by level. A level with nothing in it has a row that says so. */
export function levelsOf(context: Context): readonly LevelRow[] {
  const surveys = [...context.assessments.values()].filter(isSurvey);
  const { objectives, behaviors, metrics } = context;
  return [
    ...orEmpty(
      surveys.map((each) => reactionRow(context, each)),
      emptyRow(context, 1, "assessments"),
    ),
    ...orEmpty(
      [...objectives.values()].flatMap((each) => learningRows(context, each)),
      emptyRow(context, 2, "objectives"),
    ),
    ...orEmpty(
      [...behaviors.values()].map((each) => behaviorRow(context, each)),
      emptyRow(context, 3, "behaviors"),
    ),
    ...orEmpty(
      [...metrics.values()].map((each) => metricRow(context, each)),
      context.isExempt ? exemptRow() : emptyRow(context, 4, "metrics"),
    ),
    returnRow(context),
  ];
}

function isSurvey({ type }: Assessment): boolean {
  return type?.value === "survey";
}

function orEmpty(rows: readonly LevelRow[], empty: LevelRow): readonly LevelRow[] {
  return rows.length > 0 ? rows : [empty];
}

function emptyRow(
  context: Context,
  level: LevelRow["level"],
  facet: "assessments" | "objectives" | "behaviors" | "metrics",
): LevelRow {
  const rest = { measure: NOTHING, method: NOTHING, source: NOTHING, timing: NOTHING, responsible: NOTHING };
  return { level, objective: emptyWords(context, facet), ...rest };
}

function exemptRow(): LevelRow {
  const rest = { measure: NOTHING, method: NOTHING, source: NOTHING, timing: NOTHING, responsible: NOTHING };
  return { level: 4, objective: say`none is claimed: the program is exempt`, ...rest };
}

function reactionRow(context: Context, survey: Assessment): LevelRow {
  return { level: 1, objective: objectivesWords(context, names(survey.assesses)), ...asked(context, survey) };
}

/** One row for each assessment of an objective that is no survey: what people say of themselves is no learning. */
function learningRows(context: Context, objective: Objective): LevelRow[] {
  const checks = context.chain.assessing(objective.id).filter((each) => !isSurvey(each));
  const words = objectiveWords(objective);
  if (checks.length > 0) return checks.map((check) => ({ level: 2, objective: words, ...asked(context, check) }));
  const measure = emptyWords(context, "assessments");
  return [
    { level: 2, objective: words, measure, method: NOTHING, source: NOTHING, timing: NOTHING, responsible: NOTHING },
  ];
}

/** An assessment names nobody: who answers for the learning answers for it. */
function asked(context: Context, { id, type, pass, when }: Assessment): Omit<LevelRow, "level" | "objective"> {
  const bound = pass?.atLeast && say`at least ${pass.atLeast.value}${pass.unit ? ` ${pass.unit.value}` : ""}`;
  return {
    measure: bound ?? say`no pass mark`,
    method: type ? say`${type.value} ${id}` : say`${id}`,
    source: say`participants`,
    timing: whenWords(context, when),
    responsible: personWords(context, context.owners?.learning),
  };
}

function objectiveWords({ id, given, can, to }: Objective): Message {
  if (!can) return say`${id}`;
  return joined([given && say`Given ${given.value}:`, say`${can.value},`, to && say`to ${to.value}`], " ");
}

function objectivesWords(context: Context, ids: readonly string[]): Message {
  return onceEach(
    ids.map((id) => context.objectives.get(id)?.can?.value ?? id),
    NOT_PLANNED,
  );
}

function behaviorRow(context: Context, behavior: Behavior): LevelRow {
  const { id, does, baseline, target, confirmedBy, howOften } = behavior;
  const points = context.chain.measuring(id);
  const scale = { unit: behavior.unit?.value ?? baseline?.unit?.value ?? "%", currency: undefined };
  const [promise] = promiseOf(baseline, target, scale);
  return {
    level: 3,
    objective: joined([say`${does?.value ?? id}`, howOften && say`(${howOften.value})`], " "),
    measure: promise ?? NOT_PLANNED,
    method: confirmedBy?.how
      ? joined([say`${confirmedBy.how.value}`, confirmedBy.sample && say`${confirmedBy.sample.value}`], ", ")
      : howWords(points),
    source: written(confirmedBy?.who),
    timing: pointsWords(context, points),
    responsible: whoWords(context, points),
  };
}

function metricRow(context: Context, view: MetricView): LevelRow {
  const { id, metric, name, definition, source } = view;
  const points = context.chain.measuring(id);
  const scale = { unit: view.unit?.value, currency: context.money?.currency?.value };
  const isGuard = metric.role?.value === "guardrail";
  const [promise] = isGuard
    ? guardOf(metric.baseline, metric.limit, scale)
    : promiseOf(metric.baseline, metric.target, scale);
  const title = metric.role ? say`${name?.value ?? id} (${metric.role.value})` : say`${name?.value ?? id}`;
  return {
    level: 4,
    objective: definition ? say`${title}: ${definition.value}` : title,
    measure: promise ?? NOT_PLANNED,
    method: howWords(points),
    source: onceEach([source?.system?.value, source?.report?.value], NOT_PLANNED),
    timing: pointsWords(context, points),
    responsible: whoWords(context, points),
  };
}

function howWords(points: readonly Point[]): Message {
  return onceEach(
    points.map((point) => point.how?.value),
    NOT_PLANNED,
  );
}

function whoWords(context: Context, points: readonly Point[]): Message {
  return onceEach(
    points.map(({ who }) => who && nameOfPerson(context, who.value)),
    NOT_PLANNED,
  );
}

/** The level that nobody collects: it follows from the others, and the forecast says what is planned. */
function returnRow(context: Context): LevelRow {
  const forecast = forecastOf(context);
  const rest = { level: 5, method: NOTHING, source: NOTHING, timing: NOTHING, responsible: NOTHING } as const;
  const objective = say`Benefit over cost`;
  if (forecast?.kind !== "forecast")
    return { ...rest, objective, measure: forecast ? say`${forecast.because}` : NOT_PLANNED };
  const { roi, payback, horizon, metrics } = forecast;
  return {
    level: 5,
    objective,
    measure: say`forecast: ROI ${inDigits(roi, "%")}, payback ${inDigits(payback, "months")}`,
    method: say`money value of each change, less the cost, fully loaded`,
    source: onceEach(
      metrics.map(({ view }) => view.value?.source?.value),
      NOT_PLANNED,
    ),
    timing: horizon ? say`within ${durationText(horizon.duration)}` : NOT_PLANNED,
    responsible: personWords(context, context.owners?.finance),
  };
}
