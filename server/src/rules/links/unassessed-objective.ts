import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const unassessedObjective = defineRule({
  id: "unassessed-objective",
  family: "links",
  severity: "error",
  kind: "gap",
  summary: "An objective that no assessment checks.",
  decidedBy: "links",
  on: "objective",
  *check(objective, { chain }) {
    if (chain.assessing(objective.id).length > 0) return;
    yield {
      span: objective.key,
      message: say`No assessment checks ${code(objective.id)}.`,
      help: say`Say how you will see that people can do it: an assessment with ${code(`assesses: [${objective.id}]`)}.`,
    };
  },
});
