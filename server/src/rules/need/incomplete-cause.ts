import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const incompleteCause = defineRule({
  id: "incomplete-cause",
  family: "need",
  severity: "warning",
  kind: "gap",
  summary: "A cause does not say of what type it is, or what was found.",
  decidedBy: "shape",
  fixable: true,
  on: "cause",
  *check(cause, context) {
    if (isLeftOut(cause, "type")) {
      yield {
        span: placeOfMissing(cause, "type"),
        message: say`This cause has no ${code("type")}: nobody can say whether training helps against it.`,
        help: say`Choose what is in the way: ${code("information")}, ${code("tools")}, ${code("incentives")}, ${code("process")}, ${code("knowledge")}, ${code("skill")}, ${code("capacity")} or ${code("motivation")}.`,
        fixes: writeKey(context, cause.node, "type", "${1:skill}"),
      };
    }
    if (isLeftOut(cause, "finding")) {
      yield {
        span: placeOfMissing(cause, "finding"),
        message: say`This cause does not say what was found: ${code("finding")} is missing.`,
        help: say`Write in one sentence what people do, lack or meet at work.`,
        fixes: writeKey(context, cause.node, "finding", "${1:what people do, lack or meet at work}"),
      };
    }
  },
});
