import { distanceWords, tidy } from "../../appraisal/amount-words.ts";
import { detectabilityOf, seesTarget } from "../../appraisal/detectability.ts";
import { basisWords, changeSeenWords, waysOutWords } from "../../appraisal/detectability-words.ts";
import { say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const underpoweredPlan = defineRule({
  id: "underpowered-plan",
  family: "statistics",
  severity: "warning",
  kind: "gap",
  summary: "The measurement plan cannot see the change that a target promises.",
  decidedBy: "statistics",
  thresholds: {
    slack: {
      value: 5,
      unit: "%",
      source:
        "How far the change that is seen may exceed the target: no size is known to better than 10 %, and a change goes with its root.",
    },
  },
  on: "measure",
  *check(measure, context, { slack }) {
    const { target, unit } = measure;
    if (!target?.value) return;
    // Where a decision hangs on it, `underpowered-decision` says it there.
    const deciding = context.chain.deciding(measure.id).flatMap((decision) => decision.if?.value.clauses ?? []);
    if (deciding.some((clause) => clause.measure.value === measure.id && clause.of !== "limit")) return;
    const found = detectabilityOf(context, measure);
    if (found.kind !== "detectable" || seesTarget(found, slack / 100) !== "no") return;
    yield {
      span: target.value.span,
      message: say`${basisWords(context, found)} this plan can see ${changeSeenWords(found, unit)}; the target asks for ${distanceWords(tidy(found.promised ?? 0), unit)}.`,
      help: waysOutWords(context, measure, found),
    };
  },
});
