import { effectWords } from "../../appraisal/evaluation-words.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const contradictoryConclusion = defineRule({
  id: "contradictory-conclusion",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A conclusion says the opposite of the results.",
  decidedBy: "statistics",
  fixable: true,
  on: "evaluation",
  *check({ measure, effect, verdict, conclusion }): Iterable<Finding> {
    const said = conclusion?.verdict;
    if (!said || effect.kind === "not-estimable") return;
    const hidesHarm = verdict === "worse" && said.value !== "worse";
    const hidesGain = verdict === "improved" && said.value === "worse";
    if (!hidesHarm && !hidesGain && said.value !== "not-estimable") return;
    const words = effectWords(effect, measure.unit);
    yield {
      span: said.span,
      message: say`The conclusion on ${code(measure.id)} is ${code(said.value)}, and the results say ${code(verdict)}: ${words}.`,
      help: hidesHarm
        ? say`A number that got worse is said to have got worse; what explains it belongs into ${code("says")}.`
        : say`Hold the conclusion against the numbers once more. Where they are wrong, correct the results.`,
      fixes: [{ title: say`Change to ${code(verdict)}`, safe: false, edits: [{ span: said.span, text: verdict }] }],
    };
  },
});
