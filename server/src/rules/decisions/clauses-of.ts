import type { Clause } from "../../model/condition.ts";
import type { Located } from "../../model/located.ts";
import type { Decision, Point } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";
import type { Measure } from "../../workspace/measure.ts";

/** A clause of a decision with what it names: a clause without `at` takes the point of the clause before. */
export interface ReadClause {
  readonly clause: Clause;
  readonly measure: Measure | undefined;
  /** As written here or before; undefined where no clause up to here names a point. */
  readonly at: Located<string> | undefined;
  readonly point: Point | undefined;
}

/** The clauses that could be read. */
export function clausesOf(decision: Decision, context: Context): readonly ReadClause[] {
  const { points } = context;
  let at: Located<string> | undefined;
  return (decision.if?.value.clauses ?? []).map((clause) => {
    at = clause.point ?? at;
    return {
      clause,
      measure: context.measure(clause.measure.value),
      at,
      point: at && points.get(at.value),
    };
  });
}
