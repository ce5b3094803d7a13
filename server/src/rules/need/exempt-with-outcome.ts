import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const exemptWithOutcome = defineRule({
  id: "exempt-with-outcome",
  family: "need",
  severity: "error",
  kind: "conflict",
  summary: "A program is exempt from business metrics and has metrics or money all the same.",
  decidedBy: "shape",
  on: "program",
  *check(program, context) {
    if (!context.isExempt) return;
    const exempt = context.need?.exempt;
    const related = exempt ? [{ span: exempt.span, message: say`Here the program says that it is exempt.` }] : [];
    const help = say`Take ${code("exempt")} out of the need if the program shall show a business result; otherwise keep baseline and target on its behaviors alone.`;
    if (context.metrics.size > 0 && program.metrics) {
      yield {
        span: program.metrics.key,
        message: say`This program is exempt from business outcomes, so no ${code("metrics")} can stand here.`,
        help,
        related,
      };
    }
    if (context.money) {
      yield {
        span: context.money.key,
        message: say`This program is exempt from business outcomes, so no ${code("money")} can stand here.`,
        help,
        related,
      };
    }
  },
});
