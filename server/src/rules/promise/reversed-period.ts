import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const reversedPeriod = defineRule({
  id: "reversed-period",
  family: "promise",
  severity: "error",
  kind: "conflict",
  summary: "The period of a baseline ends before it starts.",
  decidedBy: "dates",
  fixable: true,
  on: "measure",
  *check({ id, baseline }) {
    if (!baseline?.from || !baseline.to || baseline.from.value <= baseline.to.value) return;
    const { from, to } = baseline;
    yield {
      span: to.span,
      message: say`The baseline of ${code(id)} ends on ${formatDay(to.value)}, before it starts on ${formatDay(from.value)}.`,
      help: say`${code("from")} is the first day that was measured, ${code("to")} the last.`,
      fixes: [
        {
          title: say`Swap ${code("from")} and ${code("to")}`,
          safe: false,
          edits: [
            { span: from.span, text: formatDay(to.value) },
            { span: to.span, text: formatDay(from.value) },
          ],
        },
      ],
    };
  },
});
