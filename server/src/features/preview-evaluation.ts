import { type DecisionOutcome, outcomesOf } from "../appraisal/decision-outcome.ts";
import { evaluationOf, levelOf } from "../appraisal/evaluation.ts";
import { evaluationNotes } from "../appraisal/evaluation-notes.ts";
import type {
  GuardAnswer,
  Interval,
  MeasureEvaluation,
  Observation,
  TargetAnswer,
  Verdict,
} from "../appraisal/evaluation-types.ts";
import { designWords, effectWords, intervalWords, valueWords } from "../appraisal/evaluation-words.ts";
import { type Day, formatDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import { MAX_ROWS } from "../results/results-file.ts";
import type { Context } from "../workspace/context.ts";
import { fromTo, limitWords } from "./measure-words.ts";

/** What the results of a program say, in words and as charts. */
export interface EvaluationView {
  /** Why there is nothing to say; undefined where there is something. */
  readonly none: Message | undefined;
  /** The confidence of all intervals in percent. */
  readonly percent: number;
  readonly measures: readonly MeasureView[];
  readonly decisions: readonly DecisionView[];
  /** What has to be said of all of it. */
  readonly notes: readonly Message[];
}

export interface MeasureView {
  readonly evaluation: MeasureEvaluation;
  readonly name: string;
  readonly span: Span;
  readonly verdict: Message;
  /** What was promised, measured and estimated: a label and a text. */
  readonly facts: readonly { readonly label: Message; readonly text: Message }[];
  readonly cautions: readonly Message[];
  readonly chart: EvaluationChart;
}

export interface DecisionView {
  readonly outcome: DecisionOutcome;
  readonly span: Span;
  readonly condition: Message;
  readonly result: Message;
  readonly done: Message;
}

/** What was measured over time, to be drawn. */
export interface EvaluationChart {
  readonly title: Message;
  readonly unit: string | undefined;
  readonly dots: readonly ChartDot[];
  readonly baseline: number | undefined;
  readonly target: number | undefined;
  readonly limit: number | undefined;
  readonly launch: Day | undefined;
}

export interface ChartDot {
  readonly label: string;
  readonly day: Day | undefined;
  readonly phase: Observation["phase"];
  readonly group: Observation["group"];
  readonly value: number;
  readonly interval: Interval | undefined;
  readonly n: number | undefined;
  /** The row it stands in. */
  readonly span: Span | undefined;
}

/** The evaluation of a program; undefined for anything else. */
export function previewEvaluation(context: Context): EvaluationView | undefined {
  if (!context.program) return undefined;
  const percent = Math.round(levelOf(context) * 1000) / 10;
  const none = whyNothing(context);
  if (none) return { none, percent, measures: [], decisions: [], notes: [] };
  return {
    none: undefined,
    percent,
    measures: evaluationOf(context).map((evaluation) => viewOf(context, evaluation)),
    decisions: outcomesOf(context).map((outcome) => decisionView(outcome)),
    notes: evaluationNotes(context),
  };
}

function whyNothing(context: Context): Message | undefined {
  if (!context.results) return say`This program names no ${code("results")} yet.`;
  if (!context.resultsFile) return say`The results ${code(context.results.value)} cannot be read.`;
  const { rows, rowCount, isCut } = context.resultsFile;
  if (isCut)
    return say`The results hold ${rowCount} rows, more than the ${MAX_ROWS} different ones that are read: nothing can be said. ${code("training-spec results import")} makes results of raw observations.`;
  return rows.length === 0 ? say`The results hold no rows.` : undefined;
}

function viewOf(context: Context, evaluation: MeasureEvaluation): MeasureView {
  const { measure, effect } = evaluation;
  const name = measure.is === "metric" ? context.metrics.get(measure.id)?.name?.value : undefined;
  const cautions = effect.kind === "effect" ? effect.cautions : [];
  return {
    evaluation,
    name: name ?? measure.id,
    span: measure.part.key,
    verdict: standingWords(evaluation),
    facts: factsOf(evaluation),
    cautions,
    chart: chartOf(context, evaluation, name ?? measure.id),
  };
}

/** `measured after launch: 0.98 % (0.867 to 1.09), n 93; comparison 1.32 %, n 95`. */
function factsOf(evaluation: MeasureEvaluation): MeasureView["facts"] {
  const { measure, effect, observations, target, guard, conclusion } = evaluation;
  const { baseline, unit, limit } = measure;
  const facts: { label: Message; text: Message }[] = [];
  const promised = fromTo(baseline, measure.target, unit);
  const by = measure.target?.by;
  if (promised) facts.push({ label: say`promised`, text: by ? say`${promised} by ${formatDay(by.value)}` : promised });
  const bound = limit && limitWords(limit, unit);
  if (bound) facts.push({ label: say`limit`, text: bound });
  for (const each of observations) {
    facts.push({ label: say`${each.point ?? ""}, ${each.group}`, text: observationWords(evaluation, each) });
  }
  if (effect.kind === "not-estimable") {
    facts.push({ label: say`estimate`, text: say`not estimable because ${effect.because}` });
  } else {
    const p = effect.p === undefined ? say`` : say`, p ${pWords(effect.p)}`;
    facts.push({ label: say`estimate`, text: say`${effectWords(effect, unit)}${p}` });
    facts.push({ label: say`design`, text: designWords(effect.design) });
    const used = effect.used === undefined ? say`` : say`; ${effect.used} used`;
    facts.push({ label: say`method`, text: say`${effect.method}${used}` });
  }
  if (target) {
    const goal = valueWords(measure.target?.value?.value ?? 0, unit);
    facts.push({ label: say`target`, text: targetWords(target, goal) });
  }
  const last = guard.at(-1);
  if (last) facts.push({ label: say`guardrail`, text: guardWords(last) });
  if (conclusion?.verdict) facts.push({ label: say`concluded`, text: say`${conclusion.verdict.value}` });
  return facts;
}

function observationWords({ measure, intervals }: MeasureEvaluation, each: Observation): Message {
  const interval = intervals.get(each);
  const value = valueWords(each.value, measure.unit);
  const size = each.n === undefined ? say`n not stated` : say`n ${each.n}`;
  return interval ? say`${value} (${intervalWords(interval)}), ${size}` : say`${value}, ${size}`;
}

/** A p-value is never nothing. */
function pWords(p: number): Message {
  return p < 0.001 ? say`below ${0.001}` : say`${Number(p.toPrecision(2))}`;
}

function targetWords({ reached, carried, at }: TargetAnswer, goal: Message): Message {
  const point = code(at.point ?? "");
  if (reached) {
    return carried
      ? say`${goal} reached at ${point}, and the interval carries it`
      : say`${goal} reached at ${point}, and the interval also holds values that miss it`;
  }
  return carried
    ? say`${goal} missed at ${point}`
    : say`${goal} missed at ${point}, and the interval also holds values that reach it`;
}

function guardWords({ within, carried, at }: GuardAnswer): Message {
  const point = code(at.point ?? "");
  if (within) {
    return carried
      ? say`within its limit at ${point}`
      : say`within its limit at ${point}, and the interval also holds values beyond it`;
  }
  return carried
    ? say`beyond its limit at ${point}`
    : say`beyond its limit at ${point}, and the interval also holds values within it`;
}

/** A guardrail is asked whether it held, anything else whether it moved. */
function standingWords({ verdict, guard, measure }: MeasureEvaluation): Message {
  const last = guard.at(-1);
  if (measure.role !== "guardrail" || !last) return verdictWords(verdict);
  return last.within ? say`within its limit` : say`beyond its limit`;
}

function verdictWords(verdict: Verdict): Message {
  switch (verdict) {
    case "improved":
      return say`improved`;
    case "worse":
      return say`worse`;
    case "not-shown":
      return say`not shown`;
    case "not-estimable":
      return say`not estimable`;
  }
}

function chartOf(
  context: Context,
  { measure, observations, intervals }: MeasureEvaluation,
  name: string,
): EvaluationChart {
  const isTrend = context.measurement?.design?.value === "trend-line" && measure.is === "metric";
  return {
    title: measure.unit ? say`${name} (${measure.unit})` : say`${name}`,
    unit: measure.unit,
    dots: isTrend
      ? monthsOf(observations)
      : observations.map((each) => ({
          label: each.point ?? "",
          day: each.to ?? each.day,
          phase: each.phase,
          group: each.group,
          value: each.value,
          interval: intervals.get(each),
          n: each.n,
          span: each.rows[0]?.span,
        })),
    baseline: measure.baseline?.value?.value,
    target: measure.target?.value?.value,
    limit: measure.limit?.atMost?.value ?? measure.limit?.atLeast?.value,
    launch: context.launch?.value,
  };
}

/** A trend line is drawn month by month. */
function monthsOf(observations: readonly Observation[]): ChartDot[] {
  const dots = observations.flatMap(({ rows, phase, group }) =>
    rows.map(({ from, value, n, span }) => ({
      label: from ? formatDay(from.value).slice(0, 7) : "",
      day: from?.value,
      phase,
      group,
      value: value?.value ?? 0,
      interval: undefined,
      n: n?.value,
      span,
    })),
  );
  return dots.sort((a, b) => (a.day ?? 0) - (b.day ?? 0));
}

function decisionView(outcome: DecisionOutcome): DecisionView {
  const { decision, fires, clauses, due, isDue } = outcome;
  const measured = clauses.map((each) => each.measured);
  const words = { key: measured.map((_, index) => `{${index}}`).join("; "), values: measured };
  const state = fires === "unknown" ? say`cannot be told yet` : fires ? say`fires` : say`does not fire`;
  const date =
    due === undefined ? say`` : isDue ? say` (due since ${formatDay(due)})` : say` (due on ${formatDay(due)})`;
  const { done } = decision;
  const on = done?.on ? say`${formatDay(done.on.value)}: ` : say``;
  const fired = done?.fired ? (done.fired.value ? say`fired` : say`did not fire`) : say`recorded`;
  return {
    outcome,
    span: decision.key,
    condition: conditionWords(decision),
    result: say`${state}${date}: ${words}`,
    done: done ? say`${on}${fired}; ${done.what?.value ?? "?"}` : say`nothing recorded`,
  };
}

/** A condition as it is read: `save-rate >= 72 % at month-6 and handle-time within limit`. */
export function conditionWords(decision: Pick<DecisionOutcome["decision"], "if">): Message {
  const clauses = decision.if?.value.clauses ?? [];
  const words = clauses.map(({ measure, of, comparison, number, unit, point }) =>
    [
      measure.value,
      of === "value" ? "" : of === "limit" ? "within limit" : of,
      comparison ?? "",
      number?.value ?? "",
      unit?.value ?? "",
      point ? `at ${point.value}` : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
  );
  return say`${words.join(" and ")}`;
}
