import { code, say } from "../../base/message.ts";
import { sharesUnit } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";
import { clausesOf } from "./clauses-of.ts";
import { isInUnitOf } from "./foreign-unit.ts";
import { isOutside } from "./impossible-decision.ts";

export const decisionBeyondTarget = defineRule({
  id: "decision-beyond-target",
  family: "decisions",
  severity: "hint",
  kind: "conflict",
  summary: "A decision asks for more than the target promises.",
  decidedBy: "arithmetic",
  on: "decision",
  *check(decision, context) {
    for (const { clause, measure } of clausesOf(decision, context)) {
      const [start, goal] = [measure?.baseline?.value?.value, measure?.target?.value?.value];
      const { number, comparison } = clause;
      if (!measure || !number || !comparison || start === undefined || goal === undefined) continue;
      if (goal === start || !sharesUnit(measure) || !isInUnitOf(clause, measure, context)) continue;
      if (isOutside(number.value, clause.of, measure)) continue;
      const rises = goal > start;
      if (rises !== comparison.startsWith(">")) continue;
      const promised = clause.of === "value" ? goal : goal - start;
      if (rises ? number.value <= promised : number.value >= promised) continue;
      yield {
        span: number.span,
        message: say`${code(decision.id)} asks for more than the program promises: the target of ${code(measure.id)} is ${sayValue(goal, measure.unit)}.`,
        help: say`A program that keeps its promise would not pass. Lower the number, or promise more.`,
        related: measure.target?.value ? [{ span: measure.target.value.span, message: say`The target is here.` }] : [],
      };
    }
  },
});
