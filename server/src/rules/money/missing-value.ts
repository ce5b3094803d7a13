import { expectedFor } from "../../appraisal/forecast-benefit.ts";
import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";
import { moneyCase } from "./money-case.ts";

export const missingValue = defineRule({
  id: "missing-value",
  family: "money",
  severity: "error",
  kind: "gap",
  summary: "A metric in a money case has no value in money.",
  decidedBy: "links",
  fixable: true,
  on: "metric",
  *check(view, context) {
    const { id, metric, value, used, unresolved } = view;
    if (value || unresolved || !isLeftOut(metric, "value") || used?.wrong?.has("value")) return;
    const { money } = context;
    const expected = money && expectedFor(money, id);
    const isPrimary = metric.role?.value === "primary";
    if (!expected && !isPrimary) return;
    const forecast = moneyCase(context);
    if (!forecast || context.links.incomplete) return;
    const isOnly = isPrimary && forecast.metrics.length === 0;
    if (!expected && !isOnly) return;
    yield {
      span: expected && !isOnly ? expected.key : placeOfMissing(metric, "value"),
      message: say`The money case rests on ${code(id)}, and nobody has said what one unit of it is worth.`,
      help: used
        ? say`Add ${code("value")} where ${code(used.id)} is defined, with its source and the approval of finance.`
        : say`Add ${code("value: { amount: …, per: …, basis: margin, source: … }")} and have finance approve it.`,
      fixes: used
        ? []
        : writeKey(context, metric.node, "value", "{ amount: ${1}, per: ${2}, basis: ${3:margin}, source: ${4} }"),
    };
  },
});
