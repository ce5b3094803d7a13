import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingCostOfGap = defineRule({
  id: "missing-cost-of-gap",
  family: "need",
  severity: "warning",
  kind: "gap",
  summary: "A strategic program does not say what the gap costs.",
  decidedBy: "shape",
  fixable: true,
  on: "need",
  *check(need, context) {
    if (context.isExempt || context.tier === "tactical" || !isLeftOut(need, "costOfGap")) return;
    yield {
      span: placeOfMissing(need, "cost-of-gap"),
      message: say`The need does not say what the gap costs in a year: ${code("cost-of-gap")} is missing.`,
      help: say`Multiply the distance to the best known practice by the cases of a year and the value of one case; it is the most that any program could bring.`,
      fixes: writeKey(context, need.node, "cost-of-gap", "${1:per year}"),
    };
  },
});
