import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingCriterion = defineRule({
  id: "missing-criterion",
  family: "objectives",
  severity: "warning",
  kind: "gap",
  summary: "An objective does not say how well is good enough: `to` is missing.",
  decidedBy: "shape",
  fixable: true,
  on: "objective",
  *check(objective, context) {
    if (!isLeftOut(objective, "to")) return;
    yield {
      span: placeOfMissing(objective, "to"),
      message: say`${code(objective.id)} has no standard: ${code("to")} is missing.`,
      help: say`Write how well or how fast is good enough for the job: ${code("to: 4 of 5 calls scored fits on the rubric")}.`,
      fixes: writeKey(context, objective.node, "to", "${1}"),
    };
  },
});
