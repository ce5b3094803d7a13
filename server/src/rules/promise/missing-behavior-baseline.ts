import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingBehaviorBaseline = defineRule({
  id: "missing-behavior-baseline",
  family: "promise",
  severity: "warning",
  kind: "gap",
  summary: "A behavior has no baseline.",
  decidedBy: "shape",
  fixable: true,
  on: "behavior",
  *check(behavior, context) {
    if (!isLeftOut(behavior, "baseline")) return;
    yield {
      span: placeOfMissing(behavior, "baseline"),
      message: say`${code(behavior.id)} has no baseline: nobody knows how often people do it today.`,
      help: say`Watch a small sample before launch and write the share, such as ${code('baseline: { value: 22, unit: "%", n: 120, from: 2026-09-01, to: 2026-09-30 }')}; people may already do it.`,
      fixes: writeKey(context, behavior.node, "baseline", "{ value: ${1}, n: ${2}, from: ${3}, to: ${4} }"),
    };
  },
});
