import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const undatedTarget = defineRule({
  id: "undated-target",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A target has no date.",
  decidedBy: "shape",
  fixable: true,
  on: "measure",
  *check({ id, target }, context) {
    if (!target || !isLeftOut(target, "by")) return;
    yield {
      span: placeOfMissing(target, "by"),
      message: say`The target of ${code(id)} has no day: ${code("by")} is missing.`,
      help: say`Write the day by which the value should be reached; a target without one can never be missed.`,
      fixes: writeKey(context, target.node, "by", "${1}"),
    };
  },
});
