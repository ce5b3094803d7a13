import { code, say } from "../../base/message.ts";
import { isPercent } from "../../library/unit-bounds.ts";
import { measureOfMetric, sharesUnit } from "../../workspace/measure.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { isLeftOut } from "../is-left-out.ts";
import { defineRule } from "../rule.ts";
import { libraryOf } from "./library-of.ts";

export const implausibleTarget = defineRule({
  id: "implausible-target",
  family: "metrics",
  severity: "warning",
  kind: "conflict",
  fromAbsence: true,
  summary: "A target is beyond what training typically achieves, and rests on nothing.",
  decidedBy: "arithmetic",
  thresholds: {
    effect: {
      value: 0.8,
      unit: "standard deviations",
      source:
        "Meta-analyses find 0.62 for results of training in organizations [ARTHUR] and 0.72 for those of leadership training [LACERENZA].",
    },
    gain: {
      value: 15,
      unit: "% of a productivity metric",
      source: "Field trials found gains of 10 % [DEGRIP] and of 11 to 12 % [PACE].",
    },
  },
  on: "metric",
  *check(view, context, { effect, gain }) {
    const { id, metric } = view;
    const { target } = metric;
    if (!target?.value || metric.role?.value === "guardrail" || !isLeftOut(target, "basis")) return;
    const size = context.measurement?.design?.value === "trend-line" ? undefined : effectOf(view);
    const growth = gainOf(view);
    const help = say`Write under ${code("basis")} who has reached it before, or lower the target: what is promised beyond experience is rarely kept.`;
    if (growth !== undefined && growth > gain) {
      yield {
        span: target.value.span,
        message: say`The target of ${code(id)} is a gain of ${round(growth)} %; training typically brings less than ${gain} %, and nothing supports this one.`,
        help,
      };
    } else if (size !== undefined && size > effect) {
      yield {
        span: target.value.span,
        message: say`The target of ${code(id)} is ${round(size)} standard deviations away; training typically moves results by less than ${effect}, and nothing supports this one.`,
        help,
      };
    }
  },
});

/** The change in standard deviations: Cohen's d of a mean, his h of a proportion. */
function effectOf(view: MetricView): number | undefined {
  const { baseline, target } = view.metric;
  if (!baseline?.value || !target?.value || !sharesUnit(measureOfMetric(view))) return undefined;
  const [before, after] = [baseline.value.value, target.value.value];
  if (view.kind?.value === "mean") return baseline.sd?.value ? Math.abs(after - before) / baseline.sd.value : undefined;
  if (view.kind?.value !== "proportion" || !isPercent(view.unit?.value)) return undefined;
  const angle = (percent: number) => 2 * Math.asin(Math.sqrt(Math.min(100, Math.max(0, percent)) / 100));
  return Math.abs(angle(after) - angle(before));
}

/** The gain of a productivity metric in percent. */
function gainOf(view: MetricView): number | undefined {
  const { baseline, target } = view.metric;
  if (libraryOf(view)?.category !== "productivity" || view.direction?.value !== "higher") return undefined;
  if (!baseline?.value || !target?.value || baseline.value.value <= 0 || isPercent(view.unit?.value)) return undefined;
  if (!sharesUnit(measureOfMetric(view))) return undefined;
  return (target.value.value / baseline.value.value - 1) * 100;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
