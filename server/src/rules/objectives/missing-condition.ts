import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingCondition = defineRule({
  id: "missing-condition",
  family: "objectives",
  severity: "warning",
  kind: "gap",
  summary: "An objective does not say under which condition: `given` is missing.",
  decidedBy: "shape",
  fixable: true,
  on: "objective",
  *check(objective, context) {
    if (!isLeftOut(objective, "given")) return;
    yield {
      span: placeOfMissing(objective, "given"),
      message: say`${code(objective.id)} has no condition: ${code("given")} is missing.`,
      help: say`Write the situation and the means people have when they do it, as close to the job as possible: ${code("given: a recorded or live cancel call")}.`,
      fixes: writeKey(context, objective.node, "given", "${1}"),
    };
  },
});
