import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingCauses = defineRule({
  id: "missing-causes",
  family: "need",
  severity: "error",
  kind: "gap",
  summary: "A strategic program does not say why the gap exists.",
  decidedBy: "shape",
  fixable: true,
  on: "need",
  *check(need, context) {
    const { causes } = need;
    if (context.isExempt || context.tier === "tactical") return;
    if (causes ? causes.items.length > 0 || causes.span.end - causes.span.start > 2 : !isLeftOut(need, "causes"))
      return;
    yield {
      span: placeOfMissing(need, "causes"),
      message: say`The need does not say why the gap exists: ${causes ? say`${code("causes")} is empty` : say`${code("causes")} is missing`}.`,
      help: say`Write each cause with its type and what supports it. Training answers what people do not know or cannot do; tools, incentives and process need an action of their own.`,
      fixes: causes ? [] : writeKey(context, need.node, "causes", SKELETON),
    };
  },
});

const SKELETON =
  "\n  - type: ${1:skill}\n    finding: ${2:what people do or lack}\n    evidence: ${3:what was looked at, how many, when}";
