import { code, say } from "../../base/message.ts";
import { sharesUnit } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { clausesOf } from "./clauses-of.ts";
import { isInUnitOf } from "./foreign-unit.ts";
import { holdsAt } from "./holds-at.ts";
import { isOutside } from "./impossible-decision.ts";

export const foregoneDecision = defineRule({
  id: "foregone-decision",
  family: "decisions",
  severity: "warning",
  kind: "conflict",
  summary: "A decision fires whether nothing changes or the target is reached.",
  decidedBy: "arithmetic",
  on: "decision",
  *check(decision, context) {
    const clauses = clausesOf(decision, context);
    if (decision.if?.value.problem || !clauses.some(({ clause }) => clause.of !== "limit")) return;
    const isForegone = clauses.every(
      (each) =>
        each.measure !== undefined &&
        sharesUnit(each.measure) &&
        isInUnitOf(each.clause, each.measure, context) &&
        !(each.clause.number && isOutside(each.clause.number.value, each.clause.of, each.measure)) &&
        holdsAt(each, "baseline") === true &&
        holdsAt(each, "target") === true,
    );
    const first = clauses.find(({ clause }) => clause.of !== "limit");
    if (
      !isForegone ||
      !first?.clause.number ||
      first.measure?.baseline?.value?.value === first.measure?.target?.value?.value
    )
      return;
    yield {
      span: first.clause.span,
      message: say`${code(decision.id)} fires if nothing changes and fires if the target is reached: it does not depend on what the program does.`,
      help: say`Choose a number between the baseline and the target of ${code(first.clause.measure.value)}, so that the two lead to different actions.`,
      related: [first.measure?.baseline, first.measure?.target].flatMap((part) =>
        part ? [{ span: part.key, message: say`It is held against this.` }] : [],
      ),
    };
  },
});
