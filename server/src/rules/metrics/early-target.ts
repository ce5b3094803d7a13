import { formatDay } from "../../base/date.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { defineRule } from "../rule.ts";
import { libraryOf } from "./library-of.ts";
import { refreshDays } from "./refresh-days.ts";

export const earlyTarget = defineRule({
  id: "early-target",
  family: "metrics",
  severity: "warning",
  kind: "conflict",
  summary: "A target is due before its metric can have moved.",
  decidedBy: "dates",
  thresholds: {
    days: {
      value: 60,
      unit: "days after launch",
      source:
        "Published practice looks at behavior after 60 to 90 days and at business results after 120 to 180 [FT-EVAL]; a result cannot be due before the behavior is looked at.",
    },
  },
  on: "metric",
  *check(view, context, { days }) {
    const { metric, id } = view;
    const role = metric.role?.value;
    const { launch } = context;
    const by = metric.target?.by;
    if (!by || !launch || !role || role === "guardrail" || by.value <= launch.value) return;
    const lag = lagOf(view, role === "leading" ? 0 : days);
    const after = by.value - launch.value;
    if (after >= lag.days) return;
    yield {
      span: by.span,
      message: say`The target of ${code(id)} is due ${after} days after launch, and it cannot show before ${lag.days} days.`,
      help: say`${lag.ground} Choose ${formatDay(launch.value + lag.days)} or later.`,
      related: [{ span: launch.span, message: say`Launch is here.` }],
    };
  },
});

/** The longest of the delays that are known. */
function lagOf(view: MetricView, least: number): { readonly days: number; readonly ground: Message } {
  const refreshed = view.source?.refreshed?.value;
  const lags = [
    { days: least, ground: say`People first have to use what they learned, and then the number has to follow.` },
    { days: refreshDays(refreshed) ?? 0, ground: say`Its source is refreshed ${code(refreshed ?? "")}.` },
  ];
  const library = libraryOf(view)?.lag;
  if (library) lags.push({ days: library.days, ground: library.ground });
  return lags.reduce((longest, lag) => (lag.days > longest.days ? lag : longest));
}
