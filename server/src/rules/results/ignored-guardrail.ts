import { evaluationOf } from "../../appraisal/evaluation.ts";
import { valueWords } from "../../appraisal/evaluation-words.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const ignoredGuardrail = defineRule({
  id: "ignored-guardrail",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "Success is claimed while a guardrail is beyond its limit, and nobody says so.",
  decidedBy: "arithmetic",
  on: "evaluation",
  *check({ measure, conclusion }, context): Iterable<Finding> {
    const said = conclusion?.verdict;
    if (said?.value !== "improved") return;
    for (const { measure: guardrail, guard } of evaluationOf(context)) {
      const last = guard.at(-1);
      if (guardrail.id === measure.id || !last || last.within) continue;
      if (context.conclusions?.items.some(({ id }) => id.value === guardrail.id)) continue;
      yield {
        span: said.span,
        message: say`${code(measure.id)} is said to have improved, and its guardrail ${code(guardrail.id)} is at ${valueWords(last.at.value, guardrail.unit)}, beyond its limit.`,
        help: say`A success that is paid for elsewhere is none. Add a conclusion on ${code(guardrail.id)} that says so.`,
        related: guardrail.limit ? [{ span: guardrail.limit.key, message: say`This limit is crossed.` }] : [],
      };
    }
  },
});
