import { faultsInClaim } from "../../appraisal/forecast-claim.ts";
import { code, say } from "../../base/message.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";
import { CLOSENESS, monthsOf } from "./claim-months.ts";
import { moneyCase } from "./money-case.ts";

export const bcrAsRoi = defineRule({
  id: "bcr-as-roi",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "A claimed ROI is the benefit-cost ratio: the cost was not taken off.",
  decidedBy: "arithmetic",
  fixable: true,
  thresholds: { closeness: CLOSENESS },
  on: "money",
  *check({ claimed }, context, { closeness }) {
    if (!claimed) return;
    for (const fault of faultsInClaim(claimed, monthsOf(moneyCase(context)), closeness / 100)) {
      if (!fault.isRatioAsReturn) continue;
      yield {
        span: fault.stated.span,
        message: say`An ROI of ${fault.stated.value} % is claimed, and that is benefit ÷ cost: the ROI is ${fault.working}.`,
        help: say`ROI is the net benefit over the cost; what the cost itself gives back is no return. Write it under ${code("bcr")} if it is meant as a ratio.`,
        fixes: changeTo(fault.stated.span, [Number(fault.expected.toFixed(1))]),
      };
    }
  },
});
