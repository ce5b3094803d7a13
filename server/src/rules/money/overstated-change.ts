import { changeIn, expectedFor } from "../../appraisal/forecast-benefit.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { moneyCase } from "./money-case.ts";

export const overstatedChange = defineRule({
  id: "overstated-change",
  family: "money",
  severity: "warning",
  kind: "conflict",
  summary: "The money case expects more than the target promises.",
  decidedBy: "arithmetic",
  on: "money",
  *check(money, context) {
    for (const { id, view, promised } of moneyCase(context)?.metrics ?? []) {
      const expected = expectedFor(money, id);
      if (!expected || promised === undefined || promised <= 0 || expected.value.likely <= promised * (1 + 1e-9))
        continue;
      const unit = view.unit?.value;
      yield {
        span: expected.span,
        message: say`The money case expects ${code(id)} to improve by ${changeIn(expected.value.likely, unit)}, and the target promises ${changeIn(promised, unit)}.`,
        help: say`What is expected is at most what is aimed for: lower the expectation or raise the target.`,
        related: view.metric.target ? [{ span: view.metric.target.key, message: say`The target is here.` }] : [],
      };
    }
  },
});
