import { code, say } from "../../base/message.ts";
import { names } from "../../workspace/chain.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";

export const missingLeadingIndicator = defineRule({
  id: "missing-leading-indicator",
  family: "metrics",
  severity: "warning",
  kind: "gap",
  summary: "A result that shows late has nothing that is measured on the way to it.",
  decidedBy: "links",
  thresholds: {
    days: {
      value: 180,
      unit: "days after launch",
      source: "Published practice has seen a business result by 120 to 180 days after training [FT-EVAL].",
    },
  },
  on: "metric",
  *check({ id, metric }, context, { days }) {
    const { launch } = context;
    const by = metric.target?.by;
    if (metric.role?.value !== "primary" || !by || !launch || by.value - launch.value <= days) return;
    const points = [...context.points.values()];
    // Where nothing at all is measured during the program, `missing-phase` says so.
    if (!points.some(({ phase }) => phase?.value === "during") || points.some((point) => !point.measures)) return;
    const signs = signsOf(id, context);
    const onTheWay = points.filter((point) => {
      const day = context.dayOf(point.when);
      return point.phase?.value !== "before" && (day === undefined || day < by.value);
    });
    if (onTheWay.some(({ measures }) => names(measures).some((each) => signs.has(each)))) return;
    yield {
      span: metric.key,
      message: say`The target of ${code(id)} is due ${by.value - launch.value} days after launch (more than ${days}), and nothing that leads to it is measured on the way.`,
      help: say`Measure the behavior that moves it, or a ${code("leading")} metric, at a point that comes sooner: then there is time to mend something.`,
    };
  },
});

/** What should move before the metric does. */
function signsOf(metric: string, context: Context): ReadonlySet<string> {
  const leading = [...context.metrics.values()].filter((view) => view.metric.role?.value === "leading");
  return new Set([...leading, ...context.chain.moving(metric)].map(({ id }) => id));
}
