import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unsourcedValue = defineRule({
  id: "unsourced-value",
  family: "money",
  severity: "error",
  kind: "gap",
  summary: "A value in money does not say where it comes from.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric }, context) {
    const { value } = metric;
    if (!value || !isLeftOut(value, "source")) return;
    yield {
      span: placeOfMissing(value, "source"),
      message: say`The value of ${code(id)} has no ${code("source")}: finance cannot trace it.`,
      help: say`Name the ledger, the study or the price list with its year, such as ${code("source: FP&A 2026 unit economics")}.`,
      fixes: writeKey(context, value.node, "source", "${1:the ledger or study, with its year}"),
    };
  },
});
