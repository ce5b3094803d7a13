import { faultsInClaim } from "../../appraisal/forecast-claim.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { CLOSENESS, monthsOf } from "./claim-months.ts";
import { moneyCase } from "./money-case.ts";

export const inconsistentClaim = defineRule({
  id: "inconsistent-claim",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "A claimed figure does not follow from the figures beside it.",
  decidedBy: "arithmetic",
  thresholds: { closeness: CLOSENESS },
  on: "money",
  *check({ claimed }, context, { closeness }) {
    if (!claimed) return;
    for (const fault of faultsInClaim(claimed, monthsOf(moneyCase(context)), closeness / 100)) {
      if (fault.isRatioAsReturn) continue;
      yield {
        span: fault.stated.span,
        message: say`${code(fault.of)} is claimed to be ${fault.stated.value}, and the figures beside it give ${fault.working}.`,
        help: say`Go back to the source and find the number that is wrong; do not pass the claim on before.`,
      };
    }
  },
});
