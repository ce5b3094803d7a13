import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unexplainedExemption = defineRule({
  id: "unexplained-exemption",
  family: "need",
  severity: "error",
  kind: "gap",
  summary: "A program is exempt from business metrics and gives no reason.",
  decidedBy: "shape",
  fixable: true,
  on: "need",
  *check(need, context) {
    if (!need.exempt || !isLeftOut(need, "reason")) return;
    yield {
      span: placeOfMissing(need, "reason"),
      message: say`This program is exempt (${code(need.exempt.value)}) without a ${code("reason")}.`,
      help: say`Say which law, policy or decision asks for the program, so that a reader can tell an exception from a missing metric.`,
      fixes: writeKey(context, need.node, "reason", "${1:which law, policy or decision asks for it}"),
    };
  },
});
