import type { Fix } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import type { Clause } from "../../model/condition.ts";
import type { Context } from "../../workspace/context.ts";
import type { Measure } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { clausesOf } from "./clauses-of.ts";

export const foreignUnit = defineRule({
  id: "foreign-unit",
  family: "decisions",
  severity: "error",
  kind: "conflict",
  summary: "A decision gives a number in another unit than its measure has.",
  decidedBy: "links",
  fixable: true,
  on: "decision",
  *check(decision, context) {
    for (const { clause, measure } of clausesOf(decision, context)) {
      const { unit } = clause;
      if (!unit || measure?.unit === undefined || isInUnitOf(clause, measure, context)) continue;
      const fixes: readonly Fix[] =
        measure.unit === "currency"
          ? []
          : [
              {
                title: say`Change to ${code(measure.unit)}`,
                safe: false,
                edits: [{ span: unit.span, text: measure.unit }],
              },
            ];
      yield {
        span: unit.span,
        message: say`${code(measure.id)} is in ${code(measure.unit)}, and this decision speaks of ${code(unit.value)}.`,
        help: say`Write the number in the unit of the measure, or leave the unit out.`,
        fixes,
      };
    }
  },
});

/** Whether the unit of a clause, where one is written, is that of its measure. Case, spaces and thousands marks do not count; a currency is whatever the money is in. */
export function isInUnitOf(clause: Clause, { unit }: Measure, context: Context): boolean {
  const written = clause.unit?.value;
  if (written === undefined || unit === undefined) return true;
  if (unit === "currency") {
    const { money } = context;
    return written === "currency" || !money?.currency || written.toUpperCase() === money.currency.value.toUpperCase();
  }
  return plainUnit(written) === plainUnit(unit);
}

function plainUnit(unit: string): string {
  const word = unit.toLowerCase().replace(/(\d)[, \u00a0\u202f](?=\d{3}(\D|$))/g, "$1");
  return word.replace(/\s+/g, "").replace(/^percent$/, "%");
}
