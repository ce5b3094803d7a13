import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unrecordedDecision = defineRule({
  id: "unrecorded-decision",
  family: "results",
  severity: "error",
  kind: "gap",
  summary: "A program is evaluated and a decision does not say what was done.",
  decidedBy: "shape",
  fixable: true,
  on: "decision",
  *check(decision, context) {
    if (context.status !== "evaluated" || !isLeftOut(decision, "done")) return;
    yield {
      span: placeOfMissing(decision, "done"),
      message: say`This program is ${code("evaluated")}, and ${code(decision.id)} does not say what was ${code("done")}.`,
      help: say`Write the day, whether the condition held and what happened, also when that was nothing: ${code("done: { on: 2027-03-20, fired: no, what: Nothing }")}.`,
      fixes: writeKey(context, decision.node, "done", "{ on: ${1}, fired: ${2:no}, what: ${3} }"),
    };
  },
});
