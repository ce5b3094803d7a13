import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const unplannedAnalysis = defineRule({
  id: "unplanned-analysis",
  family: "measurement",
  severity: "hint",
  kind: "gap",
  summary: "A strategic program does not say beforehand how its numbers will be tested.",
  decidedBy: "shape",
  fixable: true,
  on: "measurement",
  *check(measurement, context) {
    const { design, points } = measurement;
    if (!design || design.value === "estimate" || !points || context.tier !== "strategic" || context.isExempt) return;
    if (!isLeftOut(measurement, "analysis")) return;
    yield {
      span: placeOfMissing(measurement, "analysis"),
      message: say`Nobody has settled how the numbers will be tested: ${code("analysis")} is missing.`,
      help: say`Settle it before they are known, so that no one can pick the method that gives the best answer.`,
      fixes: writeKey(
        context,
        measurement.node,
        "analysis",
        `{ alpha: 0.05, power: 0.8, test: \${1:${TESTS[design.value]}} }`,
      ),
    };
  },
});

const TESTS: Readonly<Record<string, string>> = {
  "control-group": "difference-in-differences",
  "staggered-rollout": "difference-in-differences",
  "before-after": "paired",
  "trend-line": "segmented-regression",
};
