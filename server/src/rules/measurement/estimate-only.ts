import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const estimateOnly = defineRule({
  id: "estimate-only",
  family: "measurement",
  severity: "warning",
  kind: "conflict",
  summary: "A strategic program rests on people's estimates of what it did.",
  decidedBy: "shape",
  on: "measurement",
  *check({ design }, context) {
    if (design?.value !== "estimate" || context.tier !== "strategic" || context.isExempt) return;
    yield {
      span: design.span,
      message: say`This program is strategic, and what it did is left to people's estimates.`,
      help: say`Let some wait and compare (${code("staggered-rollout")}), or hold the months after launch against the trend before it (${code("trend-line")}); where only estimates can be had, say so in the report. A small program is ${code("tier: tactical")}.`,
    };
  },
});
