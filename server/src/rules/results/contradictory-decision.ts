import type { DecisionOutcome } from "../../appraisal/decision-outcome.ts";
import type { Finding } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const contradictoryDecision = defineRule({
  id: "contradictory-decision",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A decision is said to have fired, and its condition did not hold; or the reverse.",
  decidedBy: "arithmetic",
  fixable: true,
  on: "outcome",
  *check({ decision, fires, clauses }): Iterable<Finding> {
    const said = decision.done?.fired;
    if (!said || fires === said.value) return;
    if (fires === "unknown" && !said.value) return;
    const fix = { title: say`Change to ${code(fires === true ? "yes" : "no")}`, safe: false };
    yield {
      span: said.span,
      message:
        fires === "unknown"
          ? say`${code(decision.id)} is said to have fired, and the results do not say so: ${measuredWords(clauses)}.`
          : fires
            ? say`${code(decision.id)} is said not to have fired, and its condition holds: ${measuredWords(clauses)}.`
            : say`${code(decision.id)} is said to have fired, and its condition does not hold: ${measuredWords(clauses.filter(({ holds }) => holds === false))}.`,
      help: say`A rule that was agreed before the result is read as it was written. Where something else was decided, say so under ${code("what")}.`,
      related: decision.if ? [{ span: decision.if.span, message: say`This is the condition.` }] : [],
      fixes: fires === "unknown" ? [] : [{ ...fix, edits: [{ span: said.span, text: fires ? "yes" : "no" }] }],
    };
  },
});

function measuredWords(clauses: DecisionOutcome["clauses"]): Message {
  const values = clauses.map(({ measured }) => measured);
  return { key: values.map((_, index) => `{${index}}`).join(", "), values };
}
