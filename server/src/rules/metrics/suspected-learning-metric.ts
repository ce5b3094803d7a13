import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { learningMeasureOf, suspectedLearningMeasure } from "./learning-measure.ts";

export const suspectedLearningMetric = defineRule({
  id: "suspected-learning-metric",
  family: "metrics",
  severity: "hint",
  kind: "conflict",
  summary: "A primary metric sounds as if it measured the training and not the business.",
  decidedBy: "wording",
  on: "metric",
  *check(view, { settings }) {
    const { role } = view.metric;
    if (role?.value !== "primary" || learningMeasureOf(view, settings)) return;
    const is = suspectedLearningMeasure(view, settings);
    if (!is) return;
    yield {
      span: role.span,
      message: say`${code(view.name?.value ?? view.id)} sounds like ${WHAT[is]}, and it is ${code("primary")}.`,
      help: say`If it is, make the business number primary that should move. If training is the business here, list ${code(view.id)} under ${code("vocabulary: metrics")} in the configuration.`,
    };
  },
});

const WHAT = {
  activity: say`a count of training activity`,
  satisfaction: say`a rating of the training`,
  learning: say`a test of what was learned`,
} as const;
