import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingMetricOwner = defineRule({
  id: "missing-metric-owner",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A metric has no owner.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric, owner }, context) {
    if (owner || !isLeftOut(metric, "owner")) return;
    yield {
      span: placeOfMissing(metric, "owner"),
      message: say`${code(id)} has no ${code("owner")}: nobody answers for the number.`,
      help: say`Name the person in the business who reports this number, by the id under ${code("people")}.`,
      fixes: writeKey(context, metric.node, "owner", "${1:person}"),
    };
  },
});
