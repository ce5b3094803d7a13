import { code, say } from "../../base/message.ts";
import { isMissing } from "../../model/located.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const unadjustedEstimate = defineRule({
  id: "unadjusted-estimate",
  family: "money",
  severity: "warning",
  kind: "gap",
  summary: "The program's share is estimated, and nothing is taken off for the error of the estimate.",
  decidedBy: "links",
  on: "money",
  *check(money, context) {
    const { contribution } = money;
    if (!moneyCase(context) || context.measurement?.design?.value !== "estimate" || !contribution) return;
    const { likely, low, high } = contribution.value;
    if (likely >= 1 || low !== undefined || high !== undefined || !isMissing(money, "confidence")) return;
    yield {
      span: contribution.span,
      message: say`The share of ${likely} rests on an estimate alone, and nothing is taken off for its error.`,
      help: say`Give ${code("contribution")} a range with ${code("low")} and ${code("high")}, or add the ${code("confidence")} of those who estimated it; one of the two, not both.`,
    };
  },
});
