import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const fullReach = defineRule({
  id: "full-reach",
  family: "money",
  severity: "hint",
  kind: "conflict",
  summary: "Everyone of the audience is expected to be trained and to stay.",
  decidedBy: "arithmetic",
  on: "money",
  *check({ reach }, context) {
    if (!reach || reach.value.likely < 1 || !moneyCase(context)) return;
    yield {
      span: reach.span,
      message: say`${code("reach")} is ${reach.value.likely}: all are trained, and nobody leaves the role within the horizon.`,
      help: say`In a published trial 46 of 65 managers took the training they were offered; take the share of earlier programs.`,
    };
  },
});
