import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingBehaviorTarget = defineRule({
  id: "missing-behavior-target",
  family: "promise",
  severity: "warning",
  kind: "gap",
  summary: "A behavior has no target.",
  decidedBy: "shape",
  fixable: true,
  on: "behavior",
  *check(behavior, context) {
    if (!isLeftOut(behavior, "target")) return;
    yield {
      span: placeOfMissing(behavior, "target"),
      message: say`${code(behavior.id)} has no target: nobody can say when enough people do it.`,
      help: say`Write how often people should do it and by when, such as ${code("target: { value: 80, by: 2027-05-01 }")}; it shows early whether the metric can move.`,
      fixes: writeKey(context, behavior.node, "target", "{ value: ${1}, by: ${2} }"),
    };
  },
});
