import { code, say } from "../../base/message.ts";
import type { Measure } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";
import { clausesOf, type ReadClause } from "./clauses-of.ts";
import { isInUnitOf } from "./foreign-unit.ts";

export const impossibleDecision = defineRule({
  id: "impossible-decision",
  family: "decisions",
  severity: "error",
  kind: "conflict",
  summary: "A decision waits for a number that cannot come, or for two that exclude each other.",
  decidedBy: "arithmetic",
  on: "decision",
  *check(decision, context) {
    const clauses = clausesOf(decision, context);
    for (const { clause, measure } of clauses) {
      const { number } = clause;
      if (!number || !measure || !isInUnitOf(clause, measure, context)) continue;
      if (!isOutside(number.value, clause.of, measure)) continue;
      const { min, max } = measure.bounds;
      yield {
        span: number.span,
        message:
          clause.of === "value"
            ? say`${code(measure.id)} lies between ${sayValue(min ?? 0, measure.unit)} and ${max === undefined ? say`no upper end` : sayValue(max, measure.unit)}, and ${code(decision.id)} speaks of ${number.value}.`
            : say`${code(measure.id)} cannot change by ${number.value}: that is more than its whole scale.`,
        help: say`Check the number for a slip of the pen.`,
      };
    }
    for (const [index, first] of clauses.entries()) {
      const second = clauses.slice(index + 1).find((other) => exclude(first, other));
      if (!second?.clause.number) continue;
      yield {
        span: second.clause.span,
        message: say`${code(decision.id)} can never fire: no value of ${code(first.clause.measure.value)} is on both sides at once.`,
        help: say`Conditions joined by ${code("and")} have to hold together; make two decisions of them if either is enough.`,
        related: [{ span: first.clause.span, message: say`The other side is here.` }],
      };
    }
  },
});

/** Whether a number lies outside what a measure can be, or a change is larger than its scale. */
export function isOutside(number: number, of: string, { bounds: { min, max, usual } }: Measure): boolean {
  if (usual) return false;
  if (of === "value") return (min !== undefined && number < min) || (max !== undefined && number > max);
  return min !== undefined && max !== undefined && Math.abs(number) > max - min;
}

/** The same number at the same point has to be above one value and below a smaller one. */
function exclude(a: ReadClause, b: ReadClause): boolean {
  if (a.clause.measure.value !== b.clause.measure.value || a.clause.of !== b.clause.of) return false;
  if (a.at?.value !== b.at?.value || !a.clause.number || !b.clause.number) return false;
  const isFloor = ({ clause }: ReadClause): boolean => clause.comparison === ">" || clause.comparison === ">=";
  if (isFloor(a) === isFloor(b)) return false;
  const [floor, ceiling] = isFloor(a) ? [a, b] : [b, a];
  const [low, high] = [floor.clause.number?.value ?? 0, ceiling.clause.number?.value ?? 0];
  const bothReach = floor.clause.comparison === ">=" && ceiling.clause.comparison === "<=";
  return low > high || (low === high && !bothReach);
}
