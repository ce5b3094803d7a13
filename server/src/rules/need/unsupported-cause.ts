import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unsupportedCause = defineRule({
  id: "unsupported-cause",
  family: "need",
  severity: "warning",
  kind: "gap",
  summary: "A cause is stated without evidence.",
  decidedBy: "shape",
  fixable: true,
  on: "cause",
  *check(cause, context) {
    // A cause that somebody already acts on needs no case any more.
    if (!isLeftOut(cause, "evidence") || cause.action) return;
    yield {
      span: placeOfMissing(cause, "evidence"),
      message: say`Nothing supports this cause: ${code("evidence")} is missing.`,
      help: say`Write what was looked at, how many and when, such as "120 recorded calls, scored in September 2026".`,
      fixes: writeKey(context, cause.node, "evidence", "${1:what was looked at, how many, when}"),
    };
  },
});
