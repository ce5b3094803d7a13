import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const bareCount = defineRule({
  id: "bare-count",
  family: "metrics",
  severity: "hint",
  kind: "conflict",
  summary: "A metric counts events without saying among how many.",
  decidedBy: "wording",
  on: "definition",
  *check({ id, kind, unit, name, definition, metric, library }) {
    if (library || kind?.value !== "mean" || !unit || !EVENTS.test(unit.value)) return;
    if ([name, definition].some((text) => text && /\/|÷|\bper\b|\b(average|mean|each|rate|ratio)\b/i.test(text.value)))
      return;
    yield {
      span: metric.unit?.span ?? metric.key,
      message: say`${code(id)} counts ${code(unit.value)} without saying among how many: the count rises with more work.`,
      help: say`Divide by the hours, orders or customers in which they could happen: ${code("kind: rate")} and a unit such as ${code("per 200000 h")}.`,
    };
  },
});

const EVENTS =
  /^\s*(accidents|breaches|complaints|defects|errors|escalations|falls|grievances|incidents|infections|injuries|mistakes|violations)\s*$/i;
