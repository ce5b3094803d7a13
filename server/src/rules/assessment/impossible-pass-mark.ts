import { code, say } from "../../base/message.ts";
import { isPercent } from "../../library/unit-bounds.ts";
import { defineRule } from "../rule.ts";
import { sayValue } from "../say-value.ts";

export const impossiblePassMark = defineRule({
  id: "impossible-pass-mark",
  family: "assessment",
  severity: "error",
  kind: "conflict",
  summary: "A pass mark that nobody can reach, or that nobody can miss.",
  decidedBy: "arithmetic",
  on: "assessment",
  *check({ id, pass }) {
    const { atLeast, unit } = pass ?? {};
    if (!atLeast) return;
    const tooHigh = isPercent(unit?.value) && atLeast.value > 100;
    if (!tooHigh && atLeast.value > 0) return;
    yield {
      span: atLeast.span,
      message: tooHigh
        ? say`Nobody can reach the pass mark of ${code(id)}: ${sayValue(atLeast.value, unit?.value)} is more than everything.`
        : say`Nobody can miss the pass mark of ${code(id)}: it is ${sayValue(atLeast.value, unit?.value)}.`,
      help: say`Write the score that shows that people are ready for the job.`,
    };
  },
});
