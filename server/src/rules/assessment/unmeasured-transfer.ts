import { code, say } from "../../base/message.ts";
import { isFollowedUp } from "../behaviors/unmeasured-behavior.ts";
import { defineRule } from "../rule.ts";

export const unmeasuredTransfer = defineRule({
  id: "unmeasured-transfer",
  family: "assessment",
  severity: "error",
  kind: "gap",
  summary: "No measurement point after launch looks at what people do at work.",
  decidedBy: "links",
  on: "measurement",
  *check({ points }, context) {
    const behaviors = [...context.behaviors.values()];
    if (!points || context.points.size === 0 || behaviors.length === 0) return;
    if (behaviors.some((behavior) => isFollowedUp(behavior, context))) return;
    yield {
      span: points.key,
      message: say`No point after launch measures a behavior: when the metric does not move, nobody will know whether people did anything differently.`,
      help: say`Name ${code(behaviors[0]?.id ?? "")} under ${code("measures")} of a point in the phase ${code("during")} or ${code("after")}.`,
    };
  },
});
