import { formatDay } from "../../base/date.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import type { ResultRow } from "../../results/results-file.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

export const untimelyResult = defineRule({
  id: "untimely-result",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "The days of a result do not fit its measurement point.",
  decidedBy: "dates",
  thresholds: {
    late: {
      value: 31,
      unit: "days",
      source: "A month is how long a report may take; what starts later answers another question.",
    },
  },
  on: "results",
  check: (part, _context, { late }) =>
    inRows(part, function* ({ row, program }): Iterable<Finding> {
      const finding = program && untimely(row, program, late);
      if (finding) yield finding;
    }),
});

function untimely({ point, from, to }: ResultRow, program: Context, late: number): Finding | undefined {
  const planned = program.points.get(point?.value ?? "");
  const launch = program.launch?.value;
  if (to && to.value > program.today) {
    return {
      span: to.span,
      message: say`This result ends on ${formatDay(to.value)}, and that day has not come yet.`,
      help: say`A result is written when its days are over. What is expected stands under ${code("target")}.`,
    };
  }
  if (!planned || !point) return undefined;
  if (planned.phase?.value === "before" && to && launch !== undefined && to.value >= launch) {
    return {
      span: to.span,
      message: say`${code(planned.id)} lies before launch, and this result ends on ${formatDay(to.value)}, after the launch on ${formatDay(launch)}.`,
      help: say`What was measured after launch is no baseline: end the days before launch, or give the row another point.`,
      related: related(planned.key),
    };
  }
  if (planned.phase && planned.phase.value !== "before" && from && launch !== undefined && from.value < launch) {
    return {
      span: from.span,
      message: say`${code(planned.id)} lies after launch, and this result begins on ${formatDay(from.value)}, before the launch on ${formatDay(launch)}.`,
      help: say`Days before launch hide the effect: begin with the launch, or give the row another point.`,
      related: related(planned.key),
    };
  }
  const day = program.dayOf(planned.when);
  if (planned.phase?.value === "before" || !from || day === undefined || from.value <= day + late) return undefined;
  return {
    span: from.span,
    message: say`This result begins on ${formatDay(from.value)}, long after its point ${code(planned.id)} on ${formatDay(day)}.`,
    help: say`Give the row the point at which it was measured, or move the point.`,
    related: related(planned.key),
  };
}

function related(span: Finding["span"]): NonNullable<Finding["related"]> {
  return [{ span, message: say`This point is meant.` }];
}
