import { costsIn } from "../../appraisal/forecast-cost.ts";
import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingCosts = defineRule({
  id: "missing-costs",
  family: "money",
  severity: "error",
  kind: "gap",
  summary: "A money case has no costs, or one that cannot be computed.",
  decidedBy: "shape",
  fixable: true,
  on: "money",
  *check(money, context) {
    if (context.isExempt) return;
    const { costs } = money;
    if (isLeftOut(money, "costs") || (costs && costs.node.pairs.length === 0)) {
      yield {
        span: placeOfMissing(money, "costs"),
        message: say`The money case has no ${code("costs")}: net, ROI and payback cannot be computed.`,
        help: say`List what the program takes in full, by category, the working time of the participants included.`,
        fixes: costs
          ? []
          : writeKey(
              context,
              money.node,
              "costs",
              "\n  development: ${1}\n  participant-time: { people: ${2}, hours: ${3}, hourly-rate: ${4} }",
            ),
      };
    }
    for (const { category, cost } of costs ? costsIn(costs) : []) {
      if (cost.value.kind !== "time") continue;
      const { people, hours, hourlyRate } = cost.value;
      const missing = [people ? "" : "people", hours ? "" : "hours", hourlyRate ? "" : "hourly-rate"].filter(Boolean);
      if (missing.length === 0) continue;
      yield {
        span: cost.key,
        message: say`${code(category)} cannot be computed without ${missing.map(code).join(", ")}.`,
        help: say`Working time is ${code("{ people: …, hours: …, hourly-rate: … }")}, hours per person; any cost may be one amount instead.`,
      };
    }
  },
});
