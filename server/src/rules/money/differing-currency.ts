import { costsIn } from "../../appraisal/forecast-cost.ts";
import { currencyOfRate, currencyOfValue } from "../../appraisal/forecast-currency.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase, placeOfValue } from "./money-case.ts";

export const differingCurrency = defineRule({
  id: "differing-currency",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "A value or a rate from a catalog is in another currency than the money case.",
  decidedBy: "links",
  on: "money",
  *check({ costs, currency }, context) {
    const forecast = moneyCase(context);
    if (!forecast || !currency) return;
    const help = say`Amounts of two currencies cannot be added: convert the one from the catalog, with the rate and its day in ${code("source")}.`;
    for (const { id, view } of forecast.metrics) {
      const other = currencyOfValue(context, view);
      if (other === undefined || other === currency.value) continue;
      yield {
        span: placeOfValue(view, "per"),
        message: say`The value of ${code(id)} is in ${other}, and the money case in ${currency.value}.`,
        help,
      };
    }
    for (const { cost } of costs ? costsIn(costs) : []) {
      const rate = cost.value.kind === "time" ? cost.value.hourlyRate : undefined;
      const other = typeof rate?.value === "string" ? currencyOfRate(context, rate.value) : undefined;
      if (!rate || other === undefined || other === currency.value) continue;
      yield {
        span: rate.span,
        message: say`The rate ${code(String(rate.value))} is in ${other}, and the money case in ${currency.value}.`,
        help,
      };
    }
  },
});
