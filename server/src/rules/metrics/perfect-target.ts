import { code, say } from "../../base/message.ts";
import { sharesUnit } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";

export const perfectTarget = defineRule({
  id: "perfect-target",
  family: "metrics",
  severity: "warning",
  kind: "conflict",
  summary: "A target is perfection: none at all, or all of them.",
  decidedBy: "arithmetic",
  on: "measure",
  *check(measure) {
    const { id, is, role, target, direction, bounds, unit } = measure;
    if (is === "behavior" || role === "guardrail" || !target?.value || !sharesUnit(measure)) return;
    const best = direction === "lower" ? bounds.min : direction === "higher" ? bounds.max : undefined;
    if (best === undefined || target.value.value !== best) return;
    yield {
      span: target.value.span,
      message: say`The target of ${code(id)} is perfection: ${sayValue(best, unit)} is the best value there can be.`,
      help: say`Write what the best teams reach. A single case makes perfection fail, and tempts people not to report it.`,
    };
  },
});
