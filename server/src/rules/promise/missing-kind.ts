import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingKind = defineRule({
  id: "missing-kind",
  family: "promise",
  severity: "warning",
  kind: "gap",
  summary: "A metric does not say whether it is a proportion, a mean or a rate.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric, kind, unit }, context) {
    if (kind || !isLeftOut(metric, "kind")) return;
    const likely = likelyKind(unit?.value);
    yield {
      span: placeOfMissing(metric, "kind"),
      message: say`${code(id)} does not say what ${code("kind")} of number it is.`,
      help: say`Write ${code("proportion")} for a share of cases, ${code("mean")} for an average, ${code("rate")} for events per hours, bed-days or the like; how sure a result is depends on it.`,
      fixes: [likely, ...KINDS.filter((each) => each !== likely)].flatMap((each) =>
        writeKey(context, metric.node, "kind", each, say`It is a ${each}`),
      ),
    };
  },
});

const KINDS = ["proportion", "mean", "rate"] as const;

function likelyKind(unit: string | undefined): (typeof KINDS)[number] {
  if (unit?.trim() === "%") return "proportion";
  return unit && /\bper\b/i.test(unit) ? "rate" : "mean";
}
