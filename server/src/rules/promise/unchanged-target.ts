import { code, say } from "../../base/message.ts";
import { sharesUnit } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";

export const unchangedTarget = defineRule({
  id: "unchanged-target",
  family: "promise",
  severity: "warning",
  kind: "conflict",
  summary: "A target equals the baseline, and the metric is not one to hold.",
  decidedBy: "arithmetic",
  on: "measure",
  *check(measure) {
    const { id, baseline, target, direction, unit } = measure;
    if (!baseline?.value || !target?.value || !direction || direction === "hold" || !sharesUnit(measure)) return;
    if (baseline.value.value !== target.value.value) return;
    yield {
      span: target.value.span,
      message: say`The target of ${code(id)} is ${sayValue(target.value.value, unit)}, the same as its baseline.`,
      help: say`Write the value that the program should reach; what should only stay where it is has ${code("direction: hold")}, or is a ${code("guardrail")} with a limit.`,
      related: [{ span: baseline.value.span, message: say`The baseline is here.` }],
    };
  },
});
