import { code, say } from "../../base/message.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const unusualPower = defineRule({
  id: "unusual-power",
  family: "statistics",
  severity: "warning",
  kind: "conflict",
  summary: "The plan accepts a high risk of missing an effect that is there.",
  decidedBy: "statistics",
  fixable: true,
  thresholds: {
    least: { value: 0.8, unit: "as a share", source: "Common practice since Cohen 1988: four times in five." },
  },
  on: "measurement",
  *check({ analysis }, _context, { least }) {
    const { power } = analysis ?? {};
    if (!power || power.value >= least) return;
    yield {
      span: power.span,
      message: say`With a ${code("power")} of ${power.value}, a program that reaches its target would look like a failure in ${Math.round((1 - power.value) * 100)} of 100 cases; ${least} is the least that is usual.`,
      help: say`Ask for ${least} or more and plan the cases for it. A significant result of a weak plan also overstates the effect (Gelman & Carlin 2014).`,
      fixes: changeTo(power.span, [least]),
    };
  },
});
