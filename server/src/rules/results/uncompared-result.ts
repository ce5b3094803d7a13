import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const uncomparedResult = defineRule({
  id: "uncompared-result",
  family: "results",
  severity: "warning",
  kind: "conflict",
  fromAbsence: true,
  summary: "The plan compares two groups, and the results hold only one of them.",
  decidedBy: "links",
  on: "evaluation",
  *check({ measure, after, observations }, context): Iterable<Finding> {
    const { design, compare } = context.measurement ?? {};
    if (design?.value !== "control-group" && design?.value !== "staggered-rollout") return;
    if (measure.role !== "primary" || !after || !compare) return;
    if (observations.some(({ point, group }) => point === after.point && group === "comparison")) return;
    const group = compare.group?.value;
    yield {
      span: measure.part.key,
      message: say`${code(measure.id)} was measured at ${code(after.point ?? "")} in the trained group alone, and the plan compares it with another.`,
      help: say`Add the row of the group ${code("comparison")}${group ? say` (${group})` : ""}. Without it the result is before and after, and cannot say that the program made the difference.`,
      related: [{ span: compare.key, message: say`This is the comparison that was planned.` }],
    };
  },
});
