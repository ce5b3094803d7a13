import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const discountedTwice = defineRule({
  id: "discounted-twice",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "The same doubt is taken off twice: as a range and as a confidence.",
  decidedBy: "arithmetic",
  on: "money",
  *check({ contribution, confidence }, context) {
    if (!confidence || !contribution || !moneyCase(context)?.isDiscountedTwice) return;
    yield {
      span: confidence.span,
      message: say`${code("contribution")} has a range, and ${code("confidence")} takes ${Number(((1 - confidence.value.likely) * 100).toPrecision(3))} % off once more.`,
      help: say`Leave ${code("confidence")} out: the range says already how sure you are.`,
      related: [{ span: contribution.span, message: say`The range is here.` }],
    };
  },
});
