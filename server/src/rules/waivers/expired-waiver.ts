import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const expiredWaiver = defineRule({
  id: "expired-waiver",
  family: "waivers",
  severity: "warning",
  kind: "conflict",
  summary: "A waiver whose last day is over.",
  decidedBy: "dates",
  on: "waiver",
  *check({ until }, { today }) {
    if (!until || until.value >= today) return;
    yield {
      span: until.span,
      message: say`This waiver held until ${code(formatDay(until.value))}, and holds no more.`,
      help: say`Mend what it excused, or let the person who allowed it decide again and set a new day.`,
    };
  },
});
