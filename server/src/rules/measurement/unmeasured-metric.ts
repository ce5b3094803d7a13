import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { hasUnclearPoint, isLook, looksAt } from "./looks-after-launch.ts";

export const unmeasuredMetric = defineRule({
  id: "unmeasured-metric",
  family: "measurement",
  severity: "warning",
  kind: "gap",
  summary: "A guardrail, a secondary or a leading metric is not measured after launch.",
  decidedBy: "links",
  on: "metric",
  *check({ id, metric }, context) {
    const role = metric.role?.value;
    if (role === undefined || role === "primary" || hasUnclearPoint(context)) return;
    if (![...context.points.values()].some(isLook) || looksAt(id, context).length > 0) return;
    yield {
      span: metric.key,
      message:
        role === "guardrail"
          ? say`No point measures the guardrail ${code(id)} after launch: nobody will see it break.`
          : say`No point measures ${code(id)} after launch.`,
      help: say`Add ${code(id)} to the ${code("measures")} of the points at which the primary metric is measured, or take the metric out.`,
    };
  },
});
