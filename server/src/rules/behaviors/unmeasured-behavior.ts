import { code, say } from "../../base/message.ts";
import type { Behavior } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import { isLook } from "../measurement/looks-after-launch.ts";
import { measureAt } from "../measurement/measure-at.ts";
import { defineRule } from "../rule.ts";

export const unmeasuredBehavior = defineRule({
  id: "unmeasured-behavior",
  family: "behaviors",
  severity: "warning",
  kind: "gap",
  summary: "A behavior that no measurement point after launch looks at, while others are looked at.",
  decidedBy: "links",
  fixable: true,
  on: "behavior",
  *check(behavior, context) {
    if (isFollowedUp(behavior, context)) return;
    if (![...context.behaviors.values()].some((each) => isFollowedUp(each, context))) return;
    yield {
      span: behavior.key,
      message: say`No measurement point after launch looks at ${code(behavior.id)}.`,
      help: say`Name it under ${code("measures")} of a point in the phase ${code("during")} or ${code("after")}; without that nobody can say whether people do it.`,
      fixes: measureAt(context, [behavior.id], [...context.points.values()].filter(isLook)),
    };
  },
});

/** A point after launch, or one that does not say when it is, looks at the behavior. */
function isFollowedUp({ id }: Behavior, { chain }: Context): boolean {
  return chain.measuring(id).some(({ phase }) => phase?.value !== "before");
}
