import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const unservedGoal = defineRule({
  id: "unserved-goal",
  family: "portfolio",
  severity: "hint",
  kind: "gap",
  summary: "No program of the workspace serves a goal of the catalog.",
  decidedBy: "links",
  on: "goal",
  *check(goal, context) {
    const { portfolio } = context.workspace;
    if (!portfolio.isUsed(context.file) || portfolio.serving(goal).length > 0) return;
    yield {
      span: goal.key,
      message: say`No program of this workspace serves the goal ${code(goal.id)}.`,
      help: say`If learning can help to reach it, plan a program or name the goal in one. If not, leave it: a goal may well need no training.`,
    };
  },
});
