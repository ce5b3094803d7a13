import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingSampleSize = defineRule({
  id: "missing-sample-size",
  family: "promise",
  severity: "warning",
  kind: "gap",
  summary: "A baseline does not say how many cases it rests on.",
  decidedBy: "shape",
  fixable: true,
  on: "measure",
  *check({ id, baseline }, context) {
    if (!baseline || !isLeftOut(baseline, "n")) return;
    yield {
      span: placeOfMissing(baseline, "n"),
      message: say`The baseline of ${code(id)} does not say how many cases it rests on: ${code("n")} is missing.`,
      help: say`Write the number of calls, deals or people behind the value (for a rate the hours or days); a value from 12 cases moves by chance alone.`,
      fixes: writeKey(context, baseline.node, "n", "${1}"),
    };
  },
});
