import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingNeed = defineRule({
  id: "missing-need",
  family: "need",
  severity: "error",
  kind: "gap",
  summary: "A program does not say which business problem it answers.",
  decidedBy: "shape",
  fixable: true,
  on: "program",
  *check(program, context) {
    const { need } = context;
    if (isLeftOut(program, "need")) {
      yield {
        span: placeOfMissing(program, "need"),
        message: say`This program does not say which business problem it answers: ${code("need")} is missing.`,
        help: say`Write down what goes wrong in the business before what will be taught. A mandatory program without a business outcome says ${code("need: { exempt: compliance, reason: … }")}.`,
        fixes: writeKey(context, program.node, "need", "\n  problem: ${1:what goes wrong at work, with a number}"),
      };
    } else if (need && !context.isExempt && isLeftOut(need, "problem")) {
      yield {
        span: placeOfMissing(need, "problem"),
        message: say`The need does not say what the problem is: ${code("problem")} is missing.`,
        help: say`Write in one or two sentences what is seen at work, with a number; everything below is held against it.`,
        fixes: writeKey(context, need.node, "problem", "${1:what goes wrong at work, with a number}"),
      };
    }
  },
});
