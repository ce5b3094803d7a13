import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const unenabledBehavior = defineRule({
  id: "unenabled-behavior",
  family: "links",
  severity: "error",
  kind: "gap",
  summary: "A behavior that no objective enables.",
  decidedBy: "links",
  on: "behavior",
  *check(behavior, { chain }) {
    if (chain.enabling(behavior.id).length > 0) return;
    yield {
      span: behavior.key,
      message: say`No objective enables ${code(behavior.id)}.`,
      help: say`Say what people have to be able to do for it: an objective with ${code(`enables: [${behavior.id}]`)}. If they already can, training is not the answer for this one.`,
    };
  },
});
