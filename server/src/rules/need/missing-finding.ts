import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingFinding = defineRule({
  id: "missing-finding",
  family: "need",
  severity: "warning",
  kind: "gap",
  summary: "A cause does not say what was found.",
  decidedBy: "shape",
  fixable: true,
  on: "cause",
  *check(cause, context) {
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
