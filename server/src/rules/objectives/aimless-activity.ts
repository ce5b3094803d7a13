import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const aimlessActivity = defineRule({
  id: "aimless-activity",
  family: "objectives",
  severity: "warning",
  kind: "gap",
  summary: "An activity that practices no objective.",
  decidedBy: "links",
  fixable: true,
  on: "activity",
  *check(activity, context) {
    const { practices } = activity;
    if (practices ? practices.items.length > 0 : !isLeftOut(activity, "practices")) return;
    yield {
      span: practices?.key ?? placeOfMissing(activity, "practices"),
      message: say`${code(activity.id)} practices no objective: it is content without a purpose.`,
      help: say`Name the objective under ${code("practices")}, or leave the activity out.`,
      fixes: practices ? [] : writeKey(context, activity.node, "practices", "[${1}]"),
    };
  },
});
