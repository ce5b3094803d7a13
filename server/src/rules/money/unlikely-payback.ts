import { changeIn } from "../../appraisal/forecast-benefit.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const unlikelyPayback = defineRule({
  id: "unlikely-payback",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "To pay for itself the program has to change more than is expected, or than training usually does.",
  decidedBy: "arithmetic",
  thresholds: {
    effect: {
      value: 0.8,
      unit: "standard deviations",
      source: "Meta-analyses of training find 0.6 to 0.7 for results (ARTHUR, LACERENZA), and they are optimistic.",
    },
  },
  on: "money",
  *check({ expectedChange, key }, context, { effect }) {
    const design = context.measurement?.design?.value;
    for (const { id, view, change, breakEven } of moneyCase(context)?.metrics ?? []) {
      if (!change || breakEven.kind === "not-estimable" || change.value <= 0) continue;
      const needed = changeIn(Number(breakEven.value.toPrecision(3)), view.unit?.value);
      const span =
        expectedChange?.items.find((item) => item.id.value === id)?.of.span ?? view.metric.target?.key ?? key;
      const sd = view.kind?.value === "mean" && design !== "trend-line" ? view.metric.baseline?.sd?.value : undefined;
      if (breakEven.value > change.value * (1 + 1e-9)) {
        yield {
          span,
          message: say`${code(id)} has to improve by ${needed} for the program to pay, and ${changeIn(change.value, view.unit?.value)} are expected.`,
          help: say`At the likely values the program loses money: make it smaller, or choose a metric that is worth more.`,
        };
      } else if (sd !== undefined && sd > 0 && breakEven.value > effect * sd) {
        yield {
          span,
          message: say`${code(id)} has to improve by ${needed} for the program to pay: ${Number((breakEven.value / sd).toPrecision(2))} standard deviations, and more than ${effect} are rare.`,
          help: say`Name the evidence for so large an effect, or make the program cheaper.`,
        };
      }
    }
  },
});
