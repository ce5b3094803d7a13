import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingDefinition = defineRule({
  id: "missing-definition",
  family: "promise",
  severity: "warning",
  kind: "gap",
  summary: "A metric does not say how it is computed.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric, definition }, context) {
    if (definition || !isLeftOut(metric, "definition")) return;
    yield {
      span: placeOfMissing(metric, "definition"),
      message: say`${code(id)} has no ${code("definition")}: nobody can say how it is counted.`,
      help: say`Write the formula in words, such as ${code("calls that end with the customer kept / cancel calls")}; two reports with the same name often count differently.`,
      fixes: writeKey(context, metric.node, "definition", "${1:what is counted / what it is counted out of}"),
    };
  },
});
