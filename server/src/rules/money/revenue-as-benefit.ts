import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase, placeOfValue } from "./money-case.ts";

export const revenueAsBenefit = defineRule({
  id: "revenue-as-benefit",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "The benefit is revenue, not the margin that is left of it.",
  decidedBy: "shape",
  on: "money",
  *check(_, context) {
    for (const { id, view } of moneyCase(context)?.metrics ?? []) {
      const { basis } = view.value ?? {};
      if (basis?.value !== "revenue") continue;
      yield {
        span: placeOfValue(view, "basis"),
        message: say`${code(id)} is valued at its revenue: a benefit is what is left of it as margin.`,
        help: say`Ask finance for the margin of one unit and write it as ${code("basis: margin")}; the cost of what is sold has to be paid from the revenue first.`,
        related: view.metric.value ? [] : [{ span: basis.span, message: say`The value is defined here.` }],
      };
    }
  },
});
