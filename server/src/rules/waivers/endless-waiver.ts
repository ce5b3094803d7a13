import { code, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const endlessWaiver = defineRule({
  id: "endless-waiver",
  family: "waivers",
  severity: "warning",
  kind: "conflict",
  summary: "A waiver without an end.",
  decidedBy: "shape",
  fixable: true,
  on: "waiver",
  *check(waiver, context) {
    if (!isMissing(waiver, "until")) return;
    yield {
      span: placeOfMissing(waiver, "until"),
      message: say`This waiver does not say until when it holds.`,
      help: say`Write the last day under ${code("until")}; after it the finding comes back and somebody looks again.`,
      fixes: writeKey(context, waiver.node, "until", "${1}"),
    };
  },
});
