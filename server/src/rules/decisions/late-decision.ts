import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { addDuration } from "../../model/time.ts";
import { defineRule } from "../rule.ts";
import { clausesOf } from "./clauses-of.ts";

export const lateDecision = defineRule({
  id: "late-decision",
  family: "decisions",
  severity: "warning",
  kind: "conflict",
  summary: "Every decision comes after the money of the horizon is spent.",
  decidedBy: "dates",
  on: "program",
  *check(_program, context) {
    const { launch, money, decisions } = context;
    if (!launch || !money?.horizon || decisions.size === 0) return;
    const end = addDuration(launch.value, money.horizon.value);
    const days: number[] = [];
    for (const decision of decisions.values()) {
      const clauses = clausesOf(decision, context);
      if (clauses.length === 0) return;
      for (const { point } of clauses) {
        const day = context.dayOf(point?.when);
        if (day === undefined) return;
        days.push(day);
      }
    }
    const first = Math.min(...days);
    const [decision] = decisions.values();
    if (!(first > end) || !decision) return;
    yield {
      span: decision.key,
      message: say`The first decision is due on ${formatDay(first)}, after the horizon of the money ends on ${formatDay(end)}: by then everything is spent.`,
      help: say`Decide at a point at which something can still be stopped or mended, such as one of the phase ${code("during")}.`,
      related: [{ span: money.horizon.span, message: say`The horizon is here.` }],
    };
  },
});
