import { code, say } from "../../base/message.ts";
import type { Context } from "../../workspace/context.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { defineRule } from "../rule.ts";

export const unusedMetric = defineRule({
  id: "unused-metric",
  family: "links",
  severity: "warning",
  kind: "gap",
  summary: "A metric that no behavior moves, no point measures and no decision looks at.",
  decidedBy: "links",
  on: "metric",
  *check(view, context) {
    if (!context.measurement || !isUnused(view, context)) return;
    yield {
      span: view.metric.key,
      message: say`Nothing in this program uses ${code(view.id)}: no behavior moves it, no point measures it, no decision looks at it.`,
      help: say`Name it where it belongs, or remove it.`,
      tag: "unnecessary",
    };
  },
});

/** Nothing in the program names the metric. */
export function isUnused({ id }: MetricView, { chain }: Context): boolean {
  return chain.moving(id).length + chain.measuring(id).length + chain.deciding(id).length === 0;
}
