import { hasRange } from "../../appraisal/forecast-figure.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const singlePointForecast = defineRule({
  id: "single-point-forecast",
  family: "money",
  severity: "warning",
  kind: "gap",
  summary: "Neither the expected change nor the contribution has a range.",
  decidedBy: "shape",
  on: "money",
  *check({ expectedChange, key }, context) {
    const forecast = moneyCase(context);
    if (!forecast || forecast.benefit.kind === "not-estimable" || "kind" in forecast.contribution) return;
    if (hasRange(forecast.contribution)) return;
    if (forecast.metrics.some(({ change }) => change && hasRange(change))) return;
    yield {
      span: expectedChange?.key ?? key,
      message: say`The benefit is one number without a range: nobody can see how sure it is.`,
      help: say`Write what you think possible at worst and at best: ${code("{ low: 1.0, likely: 3.0, high: 4.5 }")} under ${code("expected-change")} or ${code("contribution")}.`,
    };
  },
});
