import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingUnit = defineRule({
  id: "missing-unit",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A metric has no unit.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric, unit }, context) {
    if (unit || !isLeftOut(metric, "unit")) return;
    yield {
      span: placeOfMissing(metric, "unit"),
      message: say`${code(id)} has no ${code("unit")}: its numbers cannot be compared or turned into money.`,
      help: say`Write the unit as it stands in the report: ${code('"%"')}, ${code("min")}, ${code("USD")}, ${code("per 1000 orders")}.`,
      fixes: writeKey(context, metric.node, "unit", '"${1:%}"'),
    };
  },
});
