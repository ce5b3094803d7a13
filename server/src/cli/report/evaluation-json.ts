import type { Observation } from "../../appraisal/evaluation-types.ts";
import { formatDay } from "../../base/date.ts";
import type { DecisionView, MeasureView } from "../../features/preview-evaluation.ts";
import { render } from "../language.ts";
import type { EvaluationReport } from "./evaluation-report.ts";

/** Numbers for machines; what has none says why. */
export function evaluationJson(reports: readonly EvaluationReport[]): string {
  const programs = reports.map(({ file, id, title, status, view }) => ({
    file,
    id: id ?? null,
    title,
    status,
    none: view.none ? render(view.none) : null,
    confidence: view.percent / 100,
    measures: view.measures.map(plainMeasure),
    decisions: view.decisions.map(plainDecision),
    notes: view.notes.map((each) => render(each)),
  }));
  return `${JSON.stringify({ version: 1, programs }, null, 2)}\n`;
}

function plainMeasure({ evaluation, name, cautions }: MeasureView) {
  const { measure, observations, intervals, effect, verdict, conclusion, target, guard, may, mayNot } = evaluation;
  return {
    id: measure.id,
    name,
    is: measure.is,
    role: measure.role ?? null,
    kind: evaluation.kind ?? null,
    unit: measure.unit ?? null,
    direction: measure.direction ?? null,
    promised: {
      baseline: measure.baseline?.value?.value ?? null,
      target: measure.target?.value?.value ?? null,
      by: measure.target?.by ? formatDay(measure.target.by.value) : null,
    },
    measured: observations.map((each) => plainObservation(each, intervals.get(each))),
    effect:
      effect.kind === "not-estimable"
        ? { kind: effect.kind, because: render(effect.because) }
        : {
            kind: effect.kind,
            design: effect.design,
            scale: effect.scale,
            estimate: effect.estimate,
            low: effect.interval.low,
            high: effect.interval.high,
            p: effect.p ?? null,
            method: render(effect.method),
            used: effect.used ?? null,
            refused: effect.refused ? render(effect.refused) : null,
          },
    verdict,
    concluded: conclusion?.verdict?.value ?? null,
    target: target ? { reached: target.reached, carried: target.carried } : null,
    guardrail: guard.map(({ at, within, carried }) => ({ point: at.point ?? null, within, carried })),
    may: may.map((each) => render(each)),
    mayNot: mayNot.map((each) => render(each)),
    cautions: cautions.map((each) => render(each)),
  };
}

function plainObservation(each: Observation, interval: { low: number; high: number } | undefined) {
  return {
    point: each.point ?? null,
    phase: each.phase,
    group: each.group,
    from: each.from === undefined ? null : formatDay(each.from),
    to: each.to === undefined ? null : formatDay(each.to),
    value: each.value,
    n: each.n ?? null,
    sd: each.sd ?? null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

function plainDecision({ outcome, condition }: DecisionView) {
  const { decision, fires, due, isDue, clauses } = outcome;
  const { done } = decision;
  return {
    id: decision.id,
    if: render(condition),
    action: decision.then?.value ?? null,
    fires,
    due: due === undefined ? null : formatDay(due),
    isDue,
    measured: clauses.map(({ measured, holds }) => ({ holds, measured: render(measured) })),
    done: done
      ? {
          on: done.on ? formatDay(done.on.value) : null,
          fired: done.fired?.value ?? null,
          what: done.what?.value ?? null,
        }
      : null,
  };
}
