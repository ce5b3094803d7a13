import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const impossibleSample = defineRule({
  id: "impossible-sample",
  family: "statistics",
  severity: "error",
  kind: "conflict",
  summary:
    "The numbers of the comparison cannot all be true: more groups than cases, half a group, cases that are all one.",
  decidedBy: "statistics",
  on: "measurement",
  *check({ compare }, context) {
    const { clusters, n, icc } = compare ?? {};
    if (icc && icc.value >= 1) {
      yield {
        span: icc.span,
        message: say`With an ${code("icc")} of 1 all cases of one group are the same, so each group would count as one case.`,
        help: say`Take the value from past data of the same groups; it is most often below 0.1. If each group gives one value, count groups in ${code("n")} and leave ${code("icc")} out.`,
      };
    }
    if (!clusters) return;
    if (!Number.isInteger(clusters.value)) {
      yield {
        span: clusters.span,
        message: say`${code("clusters")} counts whole groups, and is ${clusters.value}.`,
        help: say`Write how many teams, wards or sites there are in both groups together.`,
      };
      return;
    }
    const isRate = [...context.metrics.values()].some(({ kind }) => kind?.value === "rate");
    if (!n || isRate || clusters.value <= 2 * n.value) return;
    yield {
      span: clusters.span,
      message: say`There are ${clusters.value} groups on both sides together, and only ${n.value} cases on each: some groups would have none.`,
      help: say`Check both numbers: ${code("n")} counts the cases of the comparison group, ${code("clusters")} the groups on both sides.`,
      related: [{ span: n.span, message: say`The cases are counted here.` }],
    };
  },
});
