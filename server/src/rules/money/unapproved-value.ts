import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unapprovedValue = defineRule({
  id: "unapproved-value",
  family: "money",
  severity: "warning",
  kind: "gap",
  summary: "A value in money was not approved.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric }, context) {
    const { value } = metric;
    if (!value || !isLeftOut(value, "approved")) return;
    yield {
      span: placeOfMissing(value, "approved"),
      message: say`Nobody has approved the value of ${code(id)}: ${code("approved")} is missing.`,
      help: say`Have finance accept the amount before it is used, and note who did and when: ${code("approved: { by: priya-nair, on: 2026-10-02 }")}.`,
      fixes: writeKey(context, value.node, "approved", "{ by: ${1}, on: ${2} }"),
    };
  },
});
