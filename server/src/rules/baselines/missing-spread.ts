import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingSpread = defineRule({
  id: "missing-spread",
  family: "baselines",
  severity: "warning",
  kind: "gap",
  summary: "The baseline of a mean does not say how far its values spread.",
  decidedBy: "shape",
  fixable: true,
  on: "metric",
  *check({ id, kind, metric }, context) {
    const { baseline } = metric;
    if (kind?.value !== "mean" || !baseline?.value || !isLeftOut(baseline, "sd")) return;
    yield {
      span: placeOfMissing(baseline, "sd"),
      message: say`${code(id)} is a mean, and its baseline does not say how far the values spread: ${code("sd")} is missing.`,
      help: say`Write the standard deviation from the same report (in a spreadsheet ${code("STDEV")}); only with it can anyone tell a change from chance.`,
      fixes: writeKey(context, baseline.node, "sd", "${1}"),
    };
  },
});
