import { conversionOf } from "../../appraisal/forecast-units.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase, placeOfValue } from "./money-case.ts";

export const mismatchedValue = defineRule({
  id: "mismatched-value",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "The value of a metric fits neither its unit nor the kind of benefit.",
  decidedBy: "links",
  on: "money",
  *check({ basis }, context) {
    for (const { id, view } of moneyCase(context)?.metrics ?? []) {
      const { value, unit } = view;
      const conversion = conversionOf(view);
      if (unit && value?.per && conversion.kind === "not-estimable") {
        yield {
          span: placeOfValue(view, "per"),
          message: say`${code(id)} counts ${unit.value}, and its value is per ${code(value.per.value)}: one cannot be turned into the other.`,
          help: say`Give the value of what the metric counts: per ${code("hour")} for a metric in seconds, minutes or hours, per ${code("day")} for one in days.`,
        };
      }
      const own = value?.basis;
      if (!own || !basis || own.value === "revenue" || own.value === basis.value) continue;
      yield {
        span: placeOfValue(view, "basis"),
        message: say`The value of ${code(id)} is ${code(own.value)}, and the money case says ${code(basis.value)}.`,
        help: say`Money of two kinds does not add up to one benefit; let finance say which of them it is.`,
        related: [{ span: basis.span, message: say`The money case says it here.` }],
      };
    }
  },
});
