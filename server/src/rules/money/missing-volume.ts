import { conversionOf } from "../../appraisal/forecast-units.ts";
import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";
import { moneyCase } from "./money-case.ts";

export const missingVolume = defineRule({
  id: "missing-volume",
  family: "money",
  severity: "error",
  kind: "gap",
  summary: "A metric in a money case has no volume.",
  decidedBy: "shape",
  fixable: true,
  on: "metric",
  *check(view, context) {
    const { id, metric, kind } = view;
    // What has no value is in no money case.
    if (!view.value?.amount || !isLeftOut(metric, "volume")) return;
    const conversion = conversionOf(view);
    if (conversion.kind === "not-estimable" || !conversion.needsVolume) return;
    if (!moneyCase(context)?.metrics.some((valued) => valued.id === id)) return;
    yield {
      span: placeOfMissing(metric, "volume"),
      message: say`${code(id)} has no ${code("volume")}: nobody can tell how often its value is earned in a year.`,
      help:
        kind?.value === "rate"
          ? say`Write the yearly exposure of the trained group in the base unit, such as hours or bed-days, never the number of events.`
          : say`Write how many units a year the metric applies to in the trained group, such as calls, deals or months of work.`,
      fixes: writeKey(context, metric.node, "volume", "${1}"),
    };
  },
});
