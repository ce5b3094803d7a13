import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const tooFewClusters = defineRule({
  id: "too-few-clusters",
  family: "statistics",
  severity: "warning",
  kind: "conflict",
  summary: "So few whole groups are compared that no difference between them can be told from chance.",
  decidedBy: "statistics",
  thresholds: {
    perSide: {
      value: 4,
      unit: "groups on each side",
      source:
        "Under four clusters per arm no significance should be claimed (Donner & Klar 2000; Pustejovsky & Tipton 2018).",
    },
  },
  on: "measurement",
  *check({ compare, design }, _context, { perSide }) {
    if (design?.value !== "control-group" && design?.value !== "staggered-rollout") return;
    const clusters = compare?.clusters;
    if (!clusters || !(clusters.value > 0) || clusters.value / 2 >= perSide) return;
    yield {
      span: clusters.span,
      message: say`With ${clusters.value} groups in all there are fewer than ${perSide} on each side: no test can tell the program from what is special about one of them.`,
      help: say`Assign smaller groups or single people, wait for more groups, or report the numbers without a claim; more cases in the same groups do not help. ${code("clusters")} counts both sides together.`,
    };
  },
});
