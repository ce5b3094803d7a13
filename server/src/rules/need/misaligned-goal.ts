import { code, listOf, say } from "../../base/message.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const misalignedGoal = defineRule({
  id: "misaligned-goal",
  family: "need",
  severity: "warning",
  kind: "conflict",
  summary: "A program names one goal, and its primary metrics support another.",
  decidedBy: "links",
  fixable: true,
  on: "need",
  *check({ goal }, context) {
    if (!goal || context.isExempt) return;
    const supporting = [...context.metrics.values()].filter(({ metric }) => metric.role?.value === "primary");
    const supports = supporting.flatMap((view) => (view.supports ? [{ id: view.id, at: view.supports }] : []));
    if (supports.length === 0 || supports.some(({ at }) => at.value === goal.value)) return;
    const others = [...new Set(supports.map(({ at }) => at.value))];
    yield {
      span: goal.span,
      message: say`The program serves the goal ${code(goal.value)}, and its primary metric supports ${listOf(others)}.`,
      help: say`Name the goal that the metric stands for, or choose a primary metric that shows ${code(goal.value)}.`,
      related: supports.map(({ id, at }) => ({
        span: at.span,
        message: say`${code(id)} supports ${code(at.value)}.`,
      })),
      fixes: changeTo(goal.span, others),
    };
  },
});
