import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingTarget = defineRule({
  id: "missing-target",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A primary, secondary or leading metric has no target.",
  decidedBy: "shape",
  fixable: true,
  on: "metric",
  *check({ metric, id }, context) {
    const role = metric.role?.value;
    if (!role || role === "guardrail" || !isLeftOut(metric, "target")) return;
    yield {
      span: placeOfMissing(metric, "target"),
      message: say`${code(id)} is a ${role} metric without a target: nobody can say what success is.`,
      help: say`Write the value to reach and the day: ${code("target: { value: 73.0, by: 2027-08-31, basis: … }")}. A metric that is only watched is a ${code("guardrail")}, with a limit.`,
      fixes: writeKey(context, metric.node, "target", "{ value: ${1}, by: ${2}, basis: ${3} }"),
    };
  },
});
