import { code, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unownedWaiver = defineRule({
  id: "unowned-waiver",
  family: "waivers",
  severity: "error",
  kind: "conflict",
  summary: "A waiver that nobody answers for.",
  decidedBy: "shape",
  fixable: true,
  on: "waiver",
  *check(waiver, context) {
    if (!isMissing(waiver, "by")) return;
    yield {
      span: placeOfMissing(waiver, "by"),
      message: say`This waiver does not say who allowed it.`,
      help: say`Name the person under ${code("by")}. An exception that nobody answers for stays for ever.`,
      fixes: writeKey(context, waiver.node, "by", "${1}"),
    };
  },
});
