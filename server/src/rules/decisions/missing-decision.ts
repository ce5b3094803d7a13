import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingDecision = defineRule({
  id: "missing-decision",
  family: "decisions",
  severity: "error",
  kind: "gap",
  summary: "A program measures, and nothing is decided on what it finds.",
  decidedBy: "shape",
  fixable: true,
  on: "program",
  *check(program, context) {
    // Without a measurement plan, that comes first; without an outcome there is nothing to decide on.
    if (context.isExempt || !context.measurement || context.decisions.size > 0) return;
    if (program.decisions === undefined && !isLeftOut(program, "decisions")) return;
    yield {
      span: program.decisions?.key ?? placeOfMissing(program, "decisions"),
      message: say`Nothing is decided on what this program finds: ${code("decisions")} is missing.`,
      help: say`Agree now on what will be done if the numbers come out one way or the other, at which point and by whom; once they are known, every number has a good excuse.`,
      fixes: program.decisions === undefined ? writeKey(context, program.node, "decisions", SKELETON) : [],
    };
  },
});

const SKELETON = [
  "",
  "  ${1:scale}:",
  "    if: ${2:metric} >= ${3:number} at ${4:point}",
  "    then: ${5}",
  "    owner: ${6}",
].join("\n");
