import { effectWords } from "../../appraisal/evaluation-words.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const unsupportedConclusion = defineRule({
  id: "unsupported-conclusion",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A conclusion says more than the interval of the results carries.",
  decidedBy: "statistics",
  fixable: true,
  on: "evaluation",
  *check({ measure, effect, verdict, conclusion }): Iterable<Finding> {
    const said = conclusion?.verdict;
    if (!said || (said.value !== "improved" && said.value !== "worse")) return;
    if (measure.direction !== "lower" && measure.direction !== "higher") return;
    const help = say`Conclude ${code(verdict === "not-estimable" ? "not-estimable" : "not-shown")}, and say how large an effect is still possible.`;
    const fixes = [
      {
        title: say`Change to ${code(verdict)}`,
        safe: false,
        edits: [{ span: said.span, text: verdict }],
      },
    ];
    if (effect.kind === "not-estimable") {
      yield {
        span: said.span,
        message: say`${code(said.value)} cannot be told from the results: ${code(measure.id)} is not estimable because ${effect.because}.`,
        help,
        fixes,
      };
    } else if (effect.shows === "nothing") {
      const words = effectWords(effect, measure.unit);
      yield {
        span: said.span,
        message: effect.refused
          ? say`${code(said.value)} cannot be claimed for ${code(measure.id)}: ${effect.refused}.`
          : say`${code(said.value)} is not carried by the results: the change of ${code(measure.id)} is ${words}, and no change at all lies within it.`,
        help,
        fixes,
      };
    }
  },
});
