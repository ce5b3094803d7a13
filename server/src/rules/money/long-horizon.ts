import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const longHorizon = defineRule({
  id: "long-horizon",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "Benefits are counted beyond the first year.",
  decidedBy: "arithmetic",
  thresholds: {
    months: {
      value: 12,
      unit: "months",
      source: "12GP no. 9: first-year benefits only, for solutions that take a short time.",
    },
  },
  on: "money",
  *check({ horizon }, context, { months }) {
    const years = moneyCase(context)?.horizon?.years;
    if (!horizon || years === undefined || years * 12 <= months + 1e-9) return;
    const length = Number((years * 12).toPrecision(3));
    yield {
      span: horizon.span,
      message: say`The benefit is counted for ${length} months, and more than ${months} is credited only where the effect is known to last.`,
      help: say`Count the first year (${code("horizon: 12 months")}); what comes later is a reason to measure again, not a part of the case.`,
    };
  },
});
