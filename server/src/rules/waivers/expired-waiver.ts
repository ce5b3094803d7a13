import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { removeWaiver } from "./remove-waiver.ts";

export const expiredWaiver = defineRule({
  id: "expired-waiver",
  family: "waivers",
  severity: "warning",
  kind: "conflict",
  summary: "A waiver whose last day is over.",
  decidedBy: "dates",
  fixable: true,
  on: "waiver",
  *check(waiver, context) {
    const { until } = waiver;
    if (!until || until.value >= context.today) return;
    yield {
      span: until.span,
      message: say`This waiver held until ${code(formatDay(until.value))}, and holds no more.`,
      help: say`Mend what it excused, or let the person who allowed it decide again and set a new day.`,
      fixes: removeWaiver(context, waiver),
    };
  },
});
