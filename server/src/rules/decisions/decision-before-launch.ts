import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { clausesOf } from "./clauses-of.ts";

export const decisionBeforeLaunch = defineRule({
  id: "decision-before-launch",
  family: "decisions",
  severity: "warning",
  kind: "conflict",
  summary: "A decision on a number is taken before anybody was trained.",
  decidedBy: "dates",
  on: "decision",
  *check(decision, context) {
    for (const { clause, point } of clausesOf(decision, context)) {
      if (!clause.point || point?.phase?.value !== "before") continue;
      yield {
        span: clause.point.span,
        message: say`The point ${code(point.id)} lies before launch: ${code(decision.id)} is decided before anything could have changed.`,
        help: say`Name a point of the phase ${code("during")} or ${code("after")}. What has to hold before launch belongs into the plan, not into a decision on its results.`,
        related: [{ span: point.phase.span, message: say`The phase is here.` }],
      };
    }
  },
});
