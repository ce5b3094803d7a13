import { code, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import type { Metric } from "../../model/spec.ts";
import { defineRule } from "../rule.ts";
import { clausesOf } from "./clauses-of.ts";

export const limitlessDecision = defineRule({
  id: "limitless-decision",
  family: "decisions",
  severity: "error",
  kind: "conflict",
  fromAbsence: true,
  summary: "A decision asks whether a measure is within its limit, and it has none.",
  decidedBy: "links",
  on: "decision",
  *check(decision, context) {
    for (const { clause, measure } of clausesOf(decision, context)) {
      if (clause.of !== "limit" || !measure) continue;
      if (measure.limit?.atMost || measure.limit?.atLeast || measure.limit?.wrong) continue;
      if (measure.is === "metric" && !measure.limit && !isMissing(measure.part as Metric, "limit")) continue;
      yield {
        span: clause.measure.span,
        message: say`${code(measure.id)} has no ${code("limit")} that it could be within.`,
        help:
          measure.is === "metric"
            ? say`Give the metric a ${code("limit")} with ${code("at-most")} or ${code("at-least")}, or compare it with a number here.`
            : say`A behavior has no limit; compare it with a number here.`,
        related: [{ span: measure.part.key, message: say`It is defined here.` }],
      };
    }
  },
});
