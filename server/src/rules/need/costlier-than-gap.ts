import { code, say } from "../../base/message.ts";
import { daysIn } from "../../model/time.ts";
import { leastCost } from "../../workspace/program-cost.ts";
import { defineRule } from "../rule.ts";

export const costlierThanGap = defineRule({
  id: "costlier-than-gap",
  family: "need",
  severity: "error",
  kind: "conflict",
  summary: "A program costs more than closing the whole gap would bring.",
  decidedBy: "arithmetic",
  on: "need",
  *check({ costOfGap }, context) {
    const { money } = context;
    if (!costOfGap || !money?.costs || context.isExempt) return;
    const { rates } = context;
    const cost = leastCost(money, (name) => rates.get(name)?.value);
    const years = Math.max(1, money.horizon ? daysIn(money.horizon.value) / 365.2425 : 1);
    const most = costOfGap.value * years;
    if (cost === undefined || cost <= most) return;
    const over = years === 1 ? say`in a year` : say`over ${Math.round(years * 10) / 10} years`;
    yield {
      span: costOfGap.span,
      message: say`The whole gap costs ${Math.round(most)} ${over}, and the program at least ${Math.round(cost)}.`,
      help: say`Even a program that closes all of it would not pay: check ${code("cost-of-gap")} and the costs, or look for something cheaper, such as a checklist or a change of the process.`,
      related: [{ span: money.costs.key, message: say`The costs stand here.` }],
    };
  },
});
