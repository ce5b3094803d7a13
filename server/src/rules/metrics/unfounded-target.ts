import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unfoundedTarget = defineRule({
  id: "unfounded-target",
  family: "metrics",
  severity: "hint",
  kind: "gap",
  summary: "A metric's target does not say what it rests on.",
  decidedBy: "shape",
  fixable: true,
  on: "metric",
  *check({ id, metric }, context) {
    const { target } = metric;
    if (!target?.value || metric.role?.value === "guardrail" || !isLeftOut(target, "basis")) return;
    yield {
      span: placeOfMissing(target, "basis"),
      message: say`The target of ${code(id)} does not say what it rests on: ${code("basis")} is missing.`,
      help: say`Write why this value can be reached: what the best teams do, a pilot, last year, a published study.`,
      fixes: writeKey(context, target.node, "basis", "${1:what the best teams reach, a pilot, a study}"),
    };
  },
});
