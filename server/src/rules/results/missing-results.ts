import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingResults = defineRule({
  id: "missing-results",
  family: "results",
  severity: "error",
  kind: "gap",
  summary: "A program is live or evaluated, and the results that are due stand nowhere.",
  decidedBy: "dates",
  fixable: true,
  on: "program",
  *check(program, context) {
    const { status } = context;
    if ((status !== "live" && status !== "evaluated") || !program.status) return;
    if (context.results || !isLeftOut(program, "results")) return;
    const due = [...context.points.values()]
      .map((point) => ({ point, day: context.dayOf(point.when) }))
      .find(({ day }) => day !== undefined && day <= context.today);
    if (!due && !(status === "evaluated" && hasPrimary())) return;
    yield {
      span: program.status.span,
      message:
        due?.day === undefined
          ? say`This program is ${code("evaluated")} and names no ${code("results")}.`
          : say`This program is ${code(status)} and names no ${code("results")}, though ${code(due.point.id)} was due on ${formatDay(due.day)}.`,
      help: say`Write the measured values into a CSV file beside the program and name it with ${code("results")}.`,
      related: due ? [{ span: due.point.key, message: say`This point was due.` }] : [],
      fixes: writeKey(context, program.node, "results", "${1:name}.results.csv"),
    };

    function hasPrimary(): boolean {
      return [...context.metrics.values()].some(({ metric }) => metric.role?.value === "primary");
    }
  },
});
