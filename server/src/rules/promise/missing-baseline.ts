import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingBaseline = defineRule({
  id: "missing-baseline",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A metric has no baseline.",
  decidedBy: "shape",
  fixable: true,
  on: "metric",
  *check({ metric, id }, context) {
    if (!isLeftOut(metric, "baseline")) return;
    yield {
      span: placeOfMissing(metric, "baseline"),
      message: say`${code(id)} has no baseline: nobody can say later whether it moved.`,
      help: say`Write the value before the program, with its period and the number of cases: ${code("baseline: { value: 69.0, n: 48000, from: 2026-05-01, to: 2026-10-31 }")}.`,
      fixes: writeKey(context, metric.node, "baseline", "{ value: ${1}, n: ${2}, from: ${3}, to: ${4} }"),
    };
  },
});
