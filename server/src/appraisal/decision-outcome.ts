import type { Day } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Clause } from "../model/condition.ts";
import type { Decision } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import { evaluationOfMeasure } from "./evaluation.ts";
import type { MeasureEvaluation, Observation } from "./evaluation-types.ts";
import { digits, valueWords } from "./evaluation-words.ts";

/** What the results say of one clause of a decision. */
export interface ClauseOutcome {
  readonly clause: Clause;
  readonly holds: boolean | "unknown";
  /** What was measured, or what is missing: `72.6 % at month-6`, without a full stop. */
  readonly measured: Message;
}

/** What the results say of a decision: whether its condition holds, and whether it should have been taken by now. */
export interface DecisionOutcome {
  readonly decision: Decision;
  /** `unknown` where something is not measured and the rest does not settle it. */
  readonly fires: boolean | "unknown";
  readonly clauses: readonly ClauseOutcome[];
  /** The day of the last point that it names; undefined where that is not known. */
  readonly due: Day | undefined;
  readonly isDue: boolean;
}

/** Holds a decision against the results; undefined where its condition cannot be read. */
export function outcomeOf(context: Context, decision: Decision): DecisionOutcome | undefined {
  const condition = decision.if?.value;
  if (!condition || condition.problem || condition.clauses.length === 0) return undefined;
  let point: string | undefined;
  const clauses: ClauseOutcome[] = [];
  const days: (Day | undefined)[] = [];
  for (const clause of condition.clauses) {
    point = clause.point?.value ?? point;
    clauses.push(outcomeOfClause(context, clause, point));
    if (point !== undefined) days.push(context.dayOf(context.points.get(point)?.when));
  }
  const holds = clauses.map((each) => each.holds);
  const fires = holds.includes(false) ? false : holds.includes("unknown") ? "unknown" : true;
  const known = days.filter((day) => day !== undefined);
  const due = known.length === days.length && known.length > 0 ? Math.max(...known) : undefined;
  return { decision, fires, clauses, due, isDue: due !== undefined && due <= context.today };
}

export function outcomesOf(context: Context): DecisionOutcome[] {
  return [...context.decisions.values()].flatMap((decision) => outcomeOf(context, decision) ?? []);
}

function outcomeOfClause(context: Context, clause: Clause, point: string | undefined): ClauseOutcome {
  const evaluation = evaluationOfMeasure(context, clause.measure.value);
  const unknown = (measured: Message): ClauseOutcome => ({ clause, holds: "unknown", measured });
  if (!evaluation) return unknown(say`${code(clause.measure.value)} is no measure of this program`);
  const { unit } = evaluation.measure;
  if (clause.unit && unit !== undefined && clause.unit.value !== unit)
    return unknown(say`the condition is in ${clause.unit.value} and the measure in ${unit}`);
  const at = observedAt(evaluation, point, "trained");
  const where = point ?? at?.point ?? "";
  if (!at) return unknown(say`${code(clause.measure.value)} has no result at ${code(where)}`);
  if (clause.of === "limit") return limitOutcome(clause, evaluation, at);
  const found = numberOf(clause, evaluation, at, where);
  if (typeof found !== "number") return unknown(found);
  const limit = clause.number?.value ?? 0;
  const words = clause.of === "value" ? valueWords(found, unit) : say`${digits(found)}`;
  const what = clause.of === "value" ? say`` : clause.of === "change" ? say`change of ` : say`difference of `;
  return { clause, holds: compares(found, clause.comparison, limit), measured: say`${what}${words} at ${code(where)}` };
}

function numberOf(clause: Clause, evaluation: MeasureEvaluation, at: Observation, where: string): number | Message {
  if (clause.of === "value") return at.value;
  if (clause.of === "change") {
    const { before } = evaluation;
    return before ? at.value - before.value : say`${code(clause.measure.value)} has no result before launch`;
  }
  const other = observedAt(evaluation, where, "comparison");
  if (!other) return say`${code(clause.measure.value)} has no result of the comparison group at ${code(where)}`;
  return at.value - other.value;
}

function limitOutcome(clause: Clause, evaluation: MeasureEvaluation, at: Observation): ClauseOutcome {
  const answer = evaluation.guard.find((each) => each.at === at);
  const measured = say`${valueWords(at.value, evaluation.measure.unit)} at ${code(at.point ?? "")}`;
  if (!answer) return { clause, holds: "unknown", measured: say`${code(clause.measure.value)} has no limit` };
  return { clause, holds: answer.within, measured };
}

/** Who was trained, else all; without a point the last measurement after launch. */
function observedAt(
  { observations, after }: MeasureEvaluation,
  point: string | undefined,
  group: "trained" | "comparison",
): Observation | undefined {
  if (point === undefined) return group === "trained" ? after : undefined;
  const there = observations.filter((each) => each.point === point);
  const own = there.find((each) => each.group === group);
  return own ?? (group === "trained" ? there.find((each) => each.group === "all") : undefined);
}

/** Differences of decimal numbers are held apart from what floating point adds to them. */
function compares(value: number, comparison: Clause["comparison"], limit: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(value), Math.abs(limit));
  switch (comparison) {
    case "<":
      return value < limit - slack;
    case "<=":
      return value <= limit + slack;
    case ">":
      return value > limit + slack;
    default:
      return value >= limit - slack;
  }
}
