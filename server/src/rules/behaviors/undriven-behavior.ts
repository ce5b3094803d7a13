import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const undrivenBehavior = defineRule({
  id: "undriven-behavior",
  family: "behaviors",
  severity: "error",
  kind: "gap",
  summary: "Nothing at work keeps a behavior alive: it has no driver.",
  decidedBy: "shape",
  fixable: true,
  on: "behavior",
  *check(behavior, context) {
    if (behavior.drivers ? behavior.drivers.items.length > 0 : !isLeftOut(behavior, "drivers")) return;
    yield {
      span: behavior.drivers?.key ?? placeOfMissing(behavior, "drivers"),
      message: say`${code(behavior.id)} has no driver: nobody monitors, reinforces, encourages or rewards it at work.`,
      help: say`Agree with the line manager on one thing that will happen at work, such as ${code("{ type: monitor, what: Weekly call score on the team board, owner: luis-ortega, starts: launch }")}.`,
      fixes: behavior.drivers
        ? []
        : writeKey(
            context,
            behavior.node,
            "drivers",
            "[{ type: ${1:monitor}, what: ${2}, owner: ${3}, starts: ${4:launch} }]",
          ),
    };
  },
});
