import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const overclaimedMetric = defineRule({
  id: "overclaimed-metric",
  family: "portfolio",
  severity: "error",
  kind: "conflict",
  summary: "Programs together claim more than all of the change of one metric.",
  decidedBy: "arithmetic",
  on: "money",
  *check({ contribution }, context) {
    if (!contribution) return;
    const seen = new Set<string>();
    for (const { claim, sum, others } of context.workspace.portfolio.overclaimsOf(context.source)) {
      const metric = claim.metric.slice(claim.metric.lastIndexOf("#") + 1);
      // Once for each metric, however many roles move it.
      if (seen.has(claim.metric)) continue;
      seen.add(claim.metric);
      const percent = Math.round(sum * 100);
      const known = others.flatMap(({ of, share }) => [
        {
          span: share.span,
          message: say`${code(of.name)} claims ${Math.round(share.value.likely * 100)} % of the same change.`,
        },
      ]);
      yield {
        span: contribution.span,
        message: say`${others.length === 1 ? say`This program and ${code(others[0]?.of.name ?? "")}` : say`This program and ${others.length} others`} claim ${percent} % of the change of ${code(metric)} at the same time and for the same role.`,
        help: say`Agree with the owners on shares that add to 100 % at most: what one program earns the other cannot earn again.`,
        related: known,
      };
    }
  },
});
