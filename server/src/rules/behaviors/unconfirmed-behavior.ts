import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unconfirmedBehavior = defineRule({
  id: "unconfirmed-behavior",
  family: "behaviors",
  severity: "warning",
  kind: "gap",
  summary: "Nobody looks whether a behavior happens at work.",
  decidedBy: "links",
  fixable: true,
  on: "behavior",
  *check(behavior, context) {
    if (!isLeftOut(behavior, "confirmedBy")) return;
    if (context.chain.measuring(behavior.id).some(({ how, who }) => how && who)) return;
    yield {
      span: placeOfMissing(behavior, "confirmed-by"),
      message: say`Nobody confirms ${code(behavior.id)}: it has no ${code("confirmed-by")}, and no measurement point says how and by whom it is looked at.`,
      help: say`Name who looks, how, and at how many cases: ${code("confirmed-by: { who: team leads, how: scored call sample, sample: 5 calls per agent per month }")}.`,
      fixes: writeKey(context, behavior.node, "confirmed-by", "{ who: ${1}, how: ${2}, sample: ${3} }"),
    };
  },
});
