import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingMeasurement = defineRule({
  id: "missing-measurement",
  family: "measurement",
  severity: "error",
  kind: "gap",
  summary: "A program has no measurement plan.",
  decidedBy: "shape",
  fixable: true,
  on: "program",
  *check(program, context) {
    if (context.measurement || !isLeftOut(program, "measurement")) return;
    yield {
      span: placeOfMissing(program, "measurement"),
      message: say`This program has no measurement plan: ${code("measurement")} is missing.`,
      help: say`Say before anything is built what will be compared with what, when, how and by whom; numbers that nobody collected before launch cannot be had later.`,
      fixes: writeKey(context, program.node, "measurement", SKELETON),
    };
  },
});

const SKELETON = [
  "",
  "  design: ${1:before-after}",
  "  points:",
  "    before-launch: { phase: before, when: launch - 14 days, measures: [${2}], how: ${3}, who: ${4} }",
  "    week-6: { phase: during, when: launch + 42 days, measures: [${5}], how: ${6}, who: ${7} }",
  "    month-6: { phase: after, when: launch + 180 days, measures: [${8}], how: ${9}, who: ${10} }",
].join("\n");
