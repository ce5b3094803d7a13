import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const unpracticedObjective = defineRule({
  id: "unpracticed-objective",
  family: "objectives",
  severity: "warning",
  kind: "gap",
  summary: "An objective that no activity practices, while others are practiced.",
  decidedBy: "links",
  on: "objective",
  *check(objective, { chain, activities }) {
    if (activities.size === 0 || chain.practicing(objective.id).length > 0) return;
    if (chain.requiring(objective.id).some(({ id }) => chain.practicing(id).length > 0)) return;
    yield {
      span: objective.key,
      message: say`No activity practices ${code(objective.id)}.`,
      help: say`Name it under ${code("practices")} of the activity in which people do it, or leave the objective out.`,
    };
  },
});
