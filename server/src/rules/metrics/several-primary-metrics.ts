import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const severalPrimaryMetrics = defineRule({
  id: "several-primary-metrics",
  family: "metrics",
  severity: "hint",
  kind: "conflict",
  summary: "A program has so many primary metrics that none decides.",
  decidedBy: "links",
  thresholds: {
    most: {
      value: 2,
      unit: "primary metrics",
      source: "Common practice: one number decides, and of several one is likely to move by chance.",
    },
  },
  on: "program",
  *check(_program, context, { most }) {
    const { primary } = context;
    const [first] = primary;
    if (!first?.metric.role || primary.length <= most) return;
    yield {
      span: first.metric.role.span,
      message: say`This program has ${primary.length} primary metrics (at most ${most} are usual): nothing says which one decides.`,
      help: say`Keep the one that the business owner will ask for, and make the others ${code("secondary")}.`,
      related: primary
        .slice(1)
        .flatMap(({ id, metric }) =>
          metric.role ? [{ span: metric.role.span, message: say`${code(id)} is primary too.` }] : [],
        ),
    };
  },
});
