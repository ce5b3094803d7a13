import { code, say } from "../../base/message.ts";
import type { Point } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { hasUnclearPoint, isLook, looksAt } from "./looks-after-launch.ts";
import { measureAt } from "./measure-at.ts";

export const unmeasuredMetric = defineRule({
  id: "unmeasured-metric",
  family: "measurement",
  severity: "warning",
  kind: "gap",
  summary: "A guardrail, a secondary or a leading metric is not measured after launch.",
  decidedBy: "links",
  fixable: true,
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
      fixes: measureAt(context, [id], pointsOfPrimary(context)),
    };
  },
});

/** The points after launch at which a primary metric is measured; without one, all after launch. */
function pointsOfPrimary(context: Context): readonly Point[] {
  const looks = [...context.points.values()].filter(isLook);
  const primary = [...context.metrics.values()].filter(({ metric }) => metric.role?.value === "primary");
  const same = looks.filter((point) => primary.some(({ id }) => looksAt(id, context).includes(point)));
  return same.length > 0 ? same : looks;
}
