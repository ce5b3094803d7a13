import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const missingExposure = defineRule({
  id: "missing-exposure",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A rate's unit does not say per how much.",
  decidedBy: "wording",
  on: "definition",
  *check({ id, metric, kind, unit }) {
    if (kind?.value !== "rate" || !unit || namesExposure(unit.value)) return;
    yield {
      span: metric.unit?.span ?? metric.key,
      message: say`${code(id)} is a rate, and its unit ${code(unit.value)} does not say per how much.`,
      help: say`Write what the events are divided by, such as ${code("per 200000 h")} or ${code("per 1000 bed-days")}; a count rises with more work, a rate does not.`,
    };
  },
});

/** A unit of several words that are not English may say it in its own language, and is trusted. */
function namesExposure(unit: string): boolean {
  return /\bper\b|[/\d]|\S\s+\S/i.test(unit);
}
