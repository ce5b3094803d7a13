import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const incompleteAudience = defineRule({
  id: "incomplete-audience",
  family: "need",
  severity: "warning",
  kind: "gap",
  summary: "A program does not say who is trained, or how many.",
  decidedBy: "shape",
  fixable: true,
  on: "program",
  *check(program, context) {
    if (isLeftOut(program, "audience")) {
      yield {
        span: placeOfMissing(program, "audience"),
        message: say`This program does not say who is trained: ${code("audience")} is missing.`,
        help: say`Write each group with its role and its size; behaviors, costs and the sample all depend on it.`,
        fixes: writeKey(context, program.node, "audience", "\n  ${1:group}:\n    role: ${2:role}\n    size: ${3}"),
      };
    }
    for (const audience of context.audience.values()) {
      // A role is asked for by the schema.
      if (!isLeftOut(audience, "size")) continue;
      yield {
        span: placeOfMissing(audience, "size"),
        message: say`The audience ${code(audience.id)} does not say how many people it is: ${code("size")} is missing.`,
        help: say`Write how many are trained within the horizon; costs and the sample depend on it.`,
        fixes: writeKey(context, audience.node, "size", "${1}"),
      };
    }
  },
});
