import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { learningMeasureOf } from "./learning-measure.ts";

export const activityAsOutcome = defineRule({
  id: "activity-as-outcome",
  family: "metrics",
  severity: "error",
  kind: "conflict",
  summary: "A primary metric counts learning activity: completions, hours, logins, seats.",
  decidedBy: "links",
  on: "metric",
  *check(view, context) {
    const { role } = view.metric;
    if (role?.value !== "primary" || learningMeasureOf(view, context.settings) !== "activity") return;
    yield {
      span: role.span,
      message: say`${code(view.id)} counts how much was learned or taught, not what changes in the business: it cannot be ${code("primary")}.`,
      help: say`Make the business number primary that should move once people have learned it; keep this one as ${code("leading")} if it helps to steer.`,
    };
  },
});
