import { costsIn } from "../../appraisal/forecast-cost.ts";
import { money as moneyWords } from "../../appraisal/forecast-figure.ts";
import { say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

const SOURCE = "Common practice: from a low wage plus benefits to the fee of a senior consultant.";

export const unusualHourlyRate = defineRule({
  id: "unusual-hourly-rate",
  family: "money",
  severity: "hint",
  kind: "conflict",
  summary: "An hour of working time is very cheap or very dear.",
  decidedBy: "arithmetic",
  thresholds: {
    least: { value: 8, unit: "per hour", source: SOURCE },
    most: { value: 500, unit: "per hour", source: SOURCE },
  },
  on: "money",
  *check({ costs, currency }, context, { least, most }) {
    if (!costs || !currency || !COMPARABLE.has(currency.value) || context.isExempt) return;
    for (const { cost } of costsIn(costs)) {
      const rate = cost.value.kind === "time" ? cost.value.hourlyRate : undefined;
      if (!rate) continue;
      const value = typeof rate.value === "number" ? rate.value : context.rates.get(rate.value)?.value;
      if (value === undefined || value === 0 || (value >= least && value <= most)) continue;
      const [worth, limit] = [value, value < least ? least : most].map((each) =>
        moneyWords(each, currency.value, "exact"),
      );
      yield {
        span: rate.span,
        message:
          value < least
            ? say`An hour at ${worth ?? ""} is less than the usual ${limit ?? ""}: is it a loaded rate, wage plus benefits?`
            : say`An hour at ${worth ?? ""} is more than the usual ${limit ?? ""}: is it the rate of a day?`,
        help: say`The rate is what one hour costs the organization in full: wage, benefits and taxes on it.`,
      };
    }
  },
});

/** Currencies in which an hour costs about as much. */
const COMPARABLE: ReadonlySet<string> = new Set(["USD", "EUR", "GBP", "CHF", "CAD", "AUD"]);
