import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { isTrainingActivity } from "./is-training-request.ts";

export const activityAsGoal = defineRule({
  id: "activity-as-goal",
  family: "need",
  severity: "warning",
  kind: "conflict",
  summary: "A goal of the organization is to deliver or complete training.",
  decidedBy: "wording",
  on: "goal",
  *check({ id, statement }, context) {
    if (!statement || !isTrainingActivity(statement.value, context.settings)) return;
    yield {
      span: statement.span,
      message: say`The goal ${code(id)} is to deliver training: it is reached even if nothing changes.`,
      help: say`Write the result that the organization wants from it, with a number and a period: "Recordable injuries below 5 per 200000 h in 2027".`,
    };
  },
});
