import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { learningMeasureOf } from "./learning-measure.ts";

export const satisfactionAsOutcome = defineRule({
  id: "satisfaction-as-outcome",
  family: "metrics",
  severity: "error",
  kind: "conflict",
  summary: "A primary metric is how participants rate the training.",
  decidedBy: "links",
  on: "metric",
  *check(view, context) {
    const { role } = view.metric;
    if (role?.value !== "primary" || learningMeasureOf(view, context.settings) !== "satisfaction") return;
    yield {
      span: role.span,
      message: say`${code(view.id)} is how participants rate the training, no business result: it cannot be ${code("primary")}.`,
      help: say`Make the business number primary that should move once people have learned it. Ratings may be collected; they prove nothing about work.`,
    };
  },
});
