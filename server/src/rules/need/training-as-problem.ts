import { say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { isTrainingRequest } from "./is-training-request.ts";

export const trainingAsProblem = defineRule({
  id: "training-as-problem",
  family: "need",
  severity: "warning",
  kind: "conflict",
  summary: "A problem is phrased as a request for training.",
  decidedBy: "wording",
  on: "need",
  *check({ problem }, context) {
    if (!problem || !isTrainingRequest(problem.value, context.settings)) return;
    yield {
      span: problem.span,
      message: say`This problem asks for training; it does not say what goes wrong at work.`,
      help: say`Write what people see, how often and what it costs: "31 % of callers who ask to cancel leave". Ask the one who wants the training: what happens today that should not?`,
    };
  },
});
