import { distanceWords, tidy } from "../../appraisal/amount-words.ts";
import { detectabilityOf, seesTarget } from "../../appraisal/detectability.ts";
import { basisWords, changeSeenWords, waysOutWords } from "../../appraisal/detectability-words.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const underpoweredDecision = defineRule({
  id: "underpowered-decision",
  family: "statistics",
  severity: "error",
  kind: "gap",
  summary: "A decision rests on a measure whose promised change the measurement plan cannot see.",
  decidedBy: "statistics",
  thresholds: {
    slack: {
      value: 5,
      unit: "%",
      source:
        "How far the change that is seen may exceed the target: no size is known to better than 10 %, and a change goes with its root.",
    },
  },
  on: "decision",
  *check(decision, context, { slack }) {
    const said = new Set<string>();
    for (const clause of decision.if?.value.clauses ?? []) {
      const measure = context.measure(clause.measure.value);
      if (!measure?.target?.value || clause.of === "limit" || said.has(measure.id)) continue;
      const found = detectabilityOf(context, measure);
      if (found.kind !== "detectable" || seesTarget(found, slack / 100) !== "no") continue;
      said.add(measure.id);
      yield {
        span: clause.measure.span,
        message: say`${basisWords(context, found)} this plan can see ${changeSeenWords(found, measure.unit)} in ${code(measure.id)}; the target asks for ${distanceWords(tidy(found.promised ?? 0), measure.unit)}, and ${code(decision.id)} hangs on it.`,
        help: waysOutWords(context, measure, found),
        related: [{ span: measure.target.value.span, message: say`The target is here.` }],
      };
    }
  },
});
