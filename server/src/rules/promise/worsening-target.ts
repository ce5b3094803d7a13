import { code, say } from "../../base/message.ts";
import { sharesUnit } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";

export const worseningTarget = defineRule({
  id: "worsening-target",
  family: "promise",
  severity: "error",
  kind: "conflict",
  summary: "A target is worse than the baseline.",
  decidedBy: "arithmetic",
  on: "measure",
  *check(measure) {
    const { id, baseline, target, direction, unit } = measure;
    if (!baseline?.value || !target?.value || !sharesUnit(measure)) return;
    const change = target.value.value - baseline.value.value;
    if (direction === "higher" ? change >= 0 : direction !== "lower" || change <= 0) return;
    const [from, to] = [sayValue(baseline.value.value, unit), sayValue(target.value.value, unit)];
    yield {
      span: target.value.span,
      message:
        direction === "higher"
          ? say`For ${code(id)} higher is better, and the target ${to} is below the baseline ${from}.`
          : say`For ${code(id)} lower is better, and the target ${to} is above the baseline ${from}.`,
      help: say`Check the two values, and the ${code("direction")} where the metric is defined; a metric that may get a little worse is a ${code("guardrail")} with a limit.`,
      related: [{ span: baseline.value.span, message: say`The baseline is here.` }],
    };
  },
});
