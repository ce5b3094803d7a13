import { countsTime } from "../../appraisal/forecast-units.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase, placeOfValue } from "./money-case.ts";

export const softSaving = defineRule({
  id: "soft-saving",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "Saved working time is counted as money that is no longer spent.",
  decidedBy: "links",
  on: "money",
  *check({ basis }, context) {
    for (const { id, view } of moneyCase(context)?.metrics ?? []) {
      const counted = view.value?.basis ?? basis;
      if (!countsTime(view) || !counted || counted.value === "cashable-time" || counted.value === "revenue") continue;
      yield {
        span: view.value?.basis ? placeOfValue(view, "basis") : counted.span,
        message: say`${code(id)} saves working time, and it is counted as ${code(counted.value)}: the wage is paid all the same.`,
        help: say`Write ${code("cashable-time")} once it is agreed how the hours leave the payroll or become paid output; otherwise leave the metric without a value.`,
      };
    }
  },
});
