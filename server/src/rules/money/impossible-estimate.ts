import { costsIn } from "../../appraisal/forecast-cost.ts";
import { inputOf, isOrdered } from "../../appraisal/forecast-figure.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Estimate, Located } from "../../model/located.ts";
import type { Money } from "../../model/spec.ts";
import { defineRule } from "../rule.ts";

export const impossibleEstimate = defineRule({
  id: "impossible-estimate",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "Low, likely and high are out of order, or the expected change is none or a worsening.",
  decidedBy: "arithmetic",
  on: "money",
  *check(money) {
    for (const { name, estimate } of estimatesIn(money)) {
      const { low, likely, high } = estimate.value;
      if (isOrdered(inputOf(name, estimate))) continue;
      const isLow = low !== undefined && low > likely;
      yield {
        span: estimate.span,
        message: isLow
          ? say`The ${code("low")} of ${name} is ${low}, above the ${code("likely")} ${likely}.`
          : say`The ${code("high")} of ${name} is ${high ?? likely}, below the ${code("likely")} ${likely}.`,
        help: say`${code("low")} and ${code("high")} are the bounds of what you think possible, with ${code("likely")} between them.`,
      };
    }
    for (const { id, of } of money.expectedChange?.items ?? []) {
      if (of.value.likely > 0) continue;
      yield {
        span: of.span,
        message: say`The expected change of ${code(id.value)} is ${of.value.likely}, and a change above 0 is an improvement.`,
        help: say`Write an improvement as a positive number, also where lower is better; only ${code("low")} may be negative, where the program could do harm.`,
      };
    }
  },
});

function* estimatesIn(money: Money): Generator<{ readonly name: Message; readonly estimate: Located<Estimate> }> {
  for (const { id, of } of money.expectedChange?.items ?? []) yield { name: say`${code(id.value)}`, estimate: of };
  for (const field of ["contribution", "confidence", "reach"] as const) {
    const estimate = money[field];
    if (estimate) yield { name: say`${code(field)}`, estimate };
  }
  for (const { category, cost } of money.costs ? costsIn(money.costs) : []) {
    if (cost.value.kind !== "amount") continue;
    yield { name: say`${code(category)}`, estimate: { ...cost, value: cost.value.amount } };
  }
}
