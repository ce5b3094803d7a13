import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unapprovedMoney = defineRule({
  id: "unapproved-money",
  family: "money",
  severity: "error",
  kind: "gap",
  summary: "A money case was not approved.",
  decidedBy: "shape",
  fixable: true,
  on: "money",
  *check(money, context) {
    if (context.isExempt || !isLeftOut(money, "approved")) return;
    yield {
      span: placeOfMissing(money, "approved"),
      message: say`Nobody has approved the money case: ${code("approved")} is missing.`,
      help: say`Go through costs and assumptions with finance before launch, and note who said yes and when: ${code("approved: { by: priya-nair, on: 2026-11-10 }")}.`,
      fixes: writeKey(context, money.node, "approved", "{ by: ${1}, on: ${2} }"),
    };
  },
});
