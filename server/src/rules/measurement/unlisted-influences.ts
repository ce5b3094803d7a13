import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unlistedInfluences = defineRule({
  id: "unlisted-influences",
  family: "measurement",
  severity: "hint",
  kind: "gap",
  summary: "A strategic program names nothing else that could move its numbers.",
  decidedBy: "shape",
  fixable: true,
  on: "measurement",
  *check(measurement, context) {
    const { otherInfluences, points } = measurement;
    if (context.tier !== "strategic" || context.isExempt || !points) return;
    if (otherInfluences ? otherInfluences.items.length > 0 : !isLeftOut(measurement, "otherInfluences")) return;
    yield {
      span: otherInfluences?.key ?? placeOfMissing(measurement, "other-influences"),
      message: say`Nothing else is named that could move the numbers: ${code("other-influences")} is empty.`,
      help: say`Name prices, seasons, new tools and reorganizations, and how each is handled; the sponsor will think of them anyway.`,
      fixes: otherInfluences
        ? []
        : writeKey(context, measurement.node, "other-influences", "\n  - { what: ${1}, handled: ${2} }"),
    };
  },
});
