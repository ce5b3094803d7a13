import { code, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unexplainedWaiver = defineRule({
  id: "unexplained-waiver",
  family: "waivers",
  severity: "error",
  kind: "conflict",
  summary: "A waiver without a reason.",
  decidedBy: "shape",
  fixable: true,
  on: "waiver",
  *check(waiver, context) {
    if (!isMissing(waiver, "reason")) return;
    yield {
      span: placeOfMissing(waiver, "reason"),
      message: say`This waiver gives no reason.`,
      help: say`Say in ${code("reason")} why the rule does not hold here, so that whoever reads it later can tell whether it still does not.`,
      fixes: writeKey(context, waiver.node, "reason", "${1}"),
    };
  },
});
