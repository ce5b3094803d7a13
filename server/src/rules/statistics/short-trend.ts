import { monthsBetween } from "../../appraisal/design-plan.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const shortTrend = defineRule({
  id: "short-trend",
  family: "statistics",
  severity: "warning",
  kind: "gap",
  summary: "A trend line rests on too few months before launch.",
  decidedBy: "statistics",
  thresholds: {
    months: {
      value: 8,
      unit: "months before launch",
      source:
        "With fewer than 8 months before, no slope can be told; a season takes 24 (simulations; Turner et al. 2021).",
    },
  },
  on: "metric",
  *check({ id, metric }, context, { months }) {
    if (context.measurement?.design?.value !== "trend-line" || metric.role?.value === "guardrail") return;
    const { from, to } = metric.baseline ?? {};
    if (!from || !to || to.value < from.value) return;
    const before = monthsBetween(from.value, to.value + 1);
    if (before >= months) return;
    yield {
      span: from.span,
      message: say`The trend of ${code(id)} rests on ${before} months before launch, and a trend line needs at least ${months}.`,
      help: say`Take monthly values from further back, two years if there is a season; from a few months nobody can say where the number was heading anyway.`,
    };
  },
});
