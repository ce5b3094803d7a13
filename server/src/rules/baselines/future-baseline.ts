import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const futureBaseline = defineRule({
  id: "future-baseline",
  family: "baselines",
  severity: "error",
  kind: "conflict",
  summary: "A baseline has a value, and its period is not over.",
  decidedBy: "dates",
  on: "measure",
  *check({ id, baseline }, context) {
    const { value, to } = baseline ?? {};
    if (!value || !to || to.value <= context.today) return;
    // A baseline that ends after launch is `late-baseline`.
    if (context.launch && to.value > context.launch.value) return;
    yield {
      span: to.span,
      message: say`The baseline of ${code(id)} ends on ${formatDay(to.value)}, and today is ${formatDay(context.today)}: its value cannot have been measured.`,
      help: say`Leave ${code("value")} out until the period is over, with a comment that says who will read it; or write the last day that was measured.`,
      related: [{ span: value.span, message: say`The value stands here.` }],
    };
  },
});
