import { valueWords } from "../../appraisal/evaluation-words.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const crossedLimit = defineRule({
  id: "crossed-limit",
  family: "results",
  severity: "warning",
  kind: "conflict",
  summary: "A guardrail was measured on the wrong side of its limit.",
  decidedBy: "arithmetic",
  on: "evaluation",
  *check({ measure, guard }, context): Iterable<Finding> {
    const last = guard.at(-1);
    if (!last || last.within || !measure.limit) return;
    // Somebody has said that it got worse.
    if (context.conclusions?.items.some(({ id, of }) => id.value === measure.id && of.verdict?.value === "worse"))
      return;
    const { then } = measure.limit;
    yield {
      span: measure.limit.key,
      message: say`${code(measure.id)} is at ${valueWords(last.at.value, measure.unit)} since ${code(last.at.point ?? "")}, beyond its limit.`,
      help: then
        ? say`What was agreed for this case: ${then.value}.`
        : say`Say under ${code("then")} what happens when the limit is crossed, and do it.`,
    };
  },
});
