import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { learningMeasureOf } from "./learning-measure.ts";

export const learningAsOutcome = defineRule({
  id: "learning-as-outcome",
  family: "metrics",
  severity: "error",
  kind: "conflict",
  summary: "A primary metric is what was learned: a quiz average, a pass rate, a skill level.",
  decidedBy: "links",
  on: "metric",
  *check(view, context) {
    const { role } = view.metric;
    if (role?.value !== "primary" || learningMeasureOf(view, context.settings) !== "learning") return;
    yield {
      span: role.span,
      message: say`${code(view.id)} shows what people learned, not what came of it in the business: it cannot be ${code("primary")}.`,
      help: say`Make the business number primary that should move when people use it at work; tests belong under ${code("assessments")}, use at work under ${code("behaviors")}.`,
    };
  },
});
