import { addMonths, formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const oldBaseline = defineRule({
  id: "old-baseline",
  family: "baselines",
  severity: "warning",
  kind: "conflict",
  summary: "A baseline ended long before launch.",
  decidedBy: "dates",
  thresholds: {
    months: {
      value: 6,
      unit: "months before launch",
      source: "Common practice: in half a year prices, products and people change too.",
    },
  },
  on: "measure",
  *check({ id, baseline }, context, { months }) {
    const { launch } = context;
    const to = baseline?.to;
    if (!to || !launch || to.value >= addMonths(launch.value, -months)) return;
    const age = Math.round((launch.value - to.value) / 3.044) / 10;
    yield {
      span: to.span,
      message: say`The baseline of ${code(id)} ends on ${formatDay(to.value)}, ${age} months before launch (more than ${months}).`,
      help: say`Measure again closer to launch: whatever changed since then would be counted as the program's.`,
      related: [{ span: launch.span, message: say`Launch is here.` }],
    };
  },
});
