import { code, listOf, say } from "../../base/message.ts";
import { names } from "../../workspace/chain.ts";
import { addToLists } from "../add-to-list.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";
import { clausesOf } from "./clauses-of.ts";

export const unmeasuredDecision = defineRule({
  id: "unmeasured-decision",
  family: "decisions",
  severity: "error",
  kind: "conflict",
  fromAbsence: true,
  summary: "A decision asks for a number at a point that does not measure it.",
  decidedBy: "links",
  fixable: true,
  on: "decision",
  *check(decision, context) {
    for (const { clause, measure, at, point } of clausesOf(decision, context)) {
      if (!measure || !at || !point?.measures || names(point.measures).includes(measure.id)) continue;
      const others = context.chain.measuring(measure.id).map(({ id }) => id);
      yield {
        span: clause.point?.span ?? clause.measure.span,
        message: say`The point ${code(point.id)} does not measure ${code(measure.id)}: there will be no number to decide on.`,
        help:
          others.length > 0
            ? say`It is measured at ${listOf(others)}; name one of them, or add ${code(measure.id)} to the ${code("measures")} of ${code(point.id)}.`
            : say`Add ${code(measure.id)} to the ${code("measures")} of ${code(point.id)}.`,
        related: [{ span: point.measures.key, message: say`This is what the point measures.` }],
        fixes: [
          ...addToLists(context, say`Measure ${code(measure.id)} at ${code(point.id)}`, [
            { list: point.measures, ids: [measure.id] },
          ]),
          ...(clause.point ? changeTo(clause.point.span, others) : []),
        ],
      };
    }
  },
});
