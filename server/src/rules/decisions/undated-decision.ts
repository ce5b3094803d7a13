import { code, say } from "../../base/message.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { clausesOf, type ReadClause } from "./clauses-of.ts";

export const undatedDecision = defineRule({
  id: "undated-decision",
  family: "decisions",
  severity: "error",
  kind: "gap",
  summary: "A decision does not say at which measurement point it is taken.",
  decidedBy: "shape",
  fixable: true,
  on: "decision",
  *check(decision, context) {
    const clauses = clausesOf(decision, context);
    const [first] = clauses;
    // Where the condition breaks off, the point may have been about to come.
    if (!first || first.at || decision.if?.value.problem) return;
    const last = clauses.findIndex(({ at }) => at !== undefined);
    yield {
      span: first.clause.span,
      message:
        last > 0
          ? say`The first part of ${code(decision.id)} names no point: only what comes behind takes the point of the part before.`
          : say`${code(decision.id)} does not say when it is taken: no measurement point is named.`,
      help: say`Add ${code("at")} and the id of a measurement point, such as ${code("at month-6")}; a decision without a day is never due.`,
      fixes: pointsFor(first, context).map((id) => ({
        title: say`Decide at ${code(id)}`,
        safe: false,
        edits: [{ span: { ...first.clause.span, start: first.clause.span.end }, text: ` at ${id}` }],
      })),
    };
  },
});

/** More points than these make a menu that nobody reads. */
const MOST_OFFERS = 3;

/** The points after launch that measure what is decided on, the last first: it is the one that most decisions wait for. */
function pointsFor({ measure }: ReadClause, { chain }: Context): readonly string[] {
  const points = measure ? chain.measuring(measure.id).filter(({ phase }) => phase?.value !== "before") : [];
  return points
    .map(({ id }) => id)
    .reverse()
    .slice(0, MOST_OFFERS);
}
