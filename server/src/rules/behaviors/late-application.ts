import { code, say } from "../../base/message.ts";
import { daysIn } from "../../model/time.ts";
import { defineRule } from "../rule.ts";

export const lateApplication = defineRule({
  id: "late-application",
  family: "behaviors",
  severity: "warning",
  kind: "conflict",
  summary: "People first use at work what they learned long after the training.",
  decidedBy: "dates",
  thresholds: {
    days: {
      value: 30,
      unit: "days",
      source: "common practice: what is not used within two weeks to a month is forgotten",
    },
  },
  on: "audience",
  *check({ id, startsUsingIt }, _context, { days }) {
    if (!startsUsingIt) return;
    const wait = Math.round(daysIn(startsUsingIt.value));
    if (wait <= days) return;
    yield {
      span: startsUsingIt.span,
      message: say`${code(id)} may first use it at work ${wait} days after training; more than ${days} days is too long to keep it.`,
      help: say`Train closer to the first use, or plan a refresher right before it.`,
    };
  },
});
