import { code, say } from "../../base/message.ts";
import type { Context } from "../../workspace/context.ts";
import { measureOfMetric, sharesUnit } from "../../workspace/measure.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { defineRule } from "../rule.ts";
import { worthOfChange } from "./worth-of-change.ts";

export const contradictoryCostOfGap = defineRule({
  id: "contradictory-cost-of-gap",
  family: "need",
  severity: "warning",
  kind: "conflict",
  summary: "The cost of the gap does not agree with the metric, its volume and its value.",
  decidedBy: "arithmetic",
  thresholds: {
    rounding: {
      value: 5,
      unit: "%",
      source: "Common practice: careful figures are rounded, and a difference this small is rounding.",
    },
  },
  on: "need",
  *check({ costOfGap }, context, { rounding }) {
    if (!costOfGap || context.isExempt) return;
    const { primary } = context;
    for (const view of primary) {
      const worth = worthOfTarget(view, context);
      if (worth === undefined || costOfGap.value >= worth * (1 - rounding / 100)) continue;
      yield {
        span: costOfGap.span,
        message: say`The gap is said to cost ${costOfGap.value} a year, and reaching the target of ${code(view.id)} alone is worth ${Math.round(worth)} (more than ${rounding} % apart).`,
        help: say`Closing a part cannot be worth more than closing all of it: check ${code("cost-of-gap")}, ${code("volume")} and ${code("value")}, and whether each is for one year.`,
        related: relatedTo(view),
      };
      return;
    }
    const [only] = primary;
    if (!only || primary.length > 1) return;
    const most = worthOfPerfection(only, context);
    if (most === undefined || costOfGap.value <= most * (1 + rounding / 100)) return;
    yield {
      span: costOfGap.span,
      message: say`The gap is said to cost ${costOfGap.value} a year, and even a perfect ${code(only.id)} would be worth ${Math.round(most)} (more than ${rounding} % apart).`,
      help: say`Check ${code("cost-of-gap")}, ${code("volume")} and ${code("value")}: is each for one year, and for the people who are trained? What the metric does not show needs a metric of its own.`,
      related: relatedTo(only),
    };
  },
});

function worthOfTarget(view: MetricView, context: Context): number | undefined {
  const { baseline, target } = view.metric;
  if (!baseline?.value || !target?.value || !sharesUnit(measureOfMetric(view))) return undefined;
  return worthOfChange(view, target.value.value - baseline.value.value, context);
}

function worthOfPerfection(view: MetricView, context: Context): number | undefined {
  const { baseline, bounds, direction, unit } = measureOfMetric(view);
  const best = direction === "higher" ? bounds.max : direction === "lower" ? bounds.min : undefined;
  if (!baseline?.value || best === undefined || (baseline.unit && baseline.unit.value !== unit)) return undefined;
  return worthOfChange(view, best - baseline.value.value, context);
}

function relatedTo({ metric, value }: MetricView) {
  return [
    ...(metric.volume ? [{ span: metric.volume.span, message: say`The cases of a year stand here.` }] : []),
    ...(value?.amount ? [{ span: value.amount.span, message: say`What one is worth stands here.` }] : []),
  ];
}
