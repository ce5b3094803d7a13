import { code, listOf, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingGoal = defineRule({
  id: "missing-goal",
  family: "need",
  severity: "warning",
  kind: "gap",
  summary: "A program names no goal of the organization.",
  decidedBy: "links",
  fixable: true,
  on: "need",
  *check(need, context) {
    if (context.isExempt || !isLeftOut(need, "goal")) return;
    const goals = [...context.goals.keys()];
    // A small program without a catalog has nowhere to look goals up.
    if (goals.length === 0 && context.tier === "tactical") return;
    yield {
      span: placeOfMissing(need, "goal"),
      message: say`The need names no ${code("goal")}: nothing says which goal of the organization this program serves.`,
      help:
        goals.length > 0
          ? say`Name the one it serves: ${listOf(goals)}. A program that serves none competes with those that do.`
          : say`Write the goals of the organization under ${code("goals")} in a catalog, and name here the one that this program serves.`,
      fixes: writeKey(context, need.node, "goal", goals.length === 1 ? (goals[0] ?? "") : "${1:goal of the catalog}"),
    };
  },
});
