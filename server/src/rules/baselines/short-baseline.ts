import { addMonths, formatDay } from "../../base/date.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { refreshDays } from "../metrics/refresh-days.ts";
import { defineRule, type Options } from "../rule.ts";

const thresholds = {
  weeks: { value: 8, unit: "weeks", source: "Common practice: eight values of a week show whether one was unusual." },
  months: {
    value: 3,
    unit: "months",
    source: "Common practice: three values of a month are the fewest that show a trend.",
  },
} as const;

export const shortBaseline = defineRule({
  id: "short-baseline",
  family: "baselines",
  severity: "warning",
  kind: "conflict",
  summary: "The period of a metric's baseline is too short to be typical.",
  decidedBy: "dates",
  thresholds,
  on: "metric",
  *check(view, context, options) {
    const { from, to } = view.metric.baseline ?? {};
    if (!from || !to || to.value < from.value) return;
    // How long a trend line has to be is `short-trend`.
    if (context.measurement?.design?.value === "trend-line" && view.metric.role?.value !== "guardrail") return;
    const { ends, least, why } = leastPeriod(view, from.value, options);
    // A report that ends a few days early is as good.
    if (to.value >= ends - 3) return;
    yield {
      span: to.span,
      message: say`The baseline of ${code(view.id)} covers ${to.value - from.value + 1} days, less than ${least}.`,
      help: say`${why} Measure until ${formatDay(ends)}, or start earlier; one good or bad month must not decide.`,
      related: [{ span: from.span, message: say`The period starts here.` }],
    };
  },
});

interface Least {
  /** The first day on which the period would be long enough. */
  readonly ends: number;
  readonly least: Message;
  readonly why: Message;
}

function leastPeriod(view: MetricView, from: number, options: Options<typeof thresholds>): Least {
  const refreshed = view.source?.refreshed?.value;
  const slow = (refreshDays(refreshed) ?? 1) >= 28;
  const inMonths = (count: number, why: Message) => ({
    ends: addMonths(from, count) - 1,
    least: say`${count} months`,
    why,
  });
  if (slow) return inMonths(options.months, say`Its source is refreshed ${code(refreshed ?? "")}.`);
  const why = say`A shorter period can be an unusual one.`;
  return { ends: from + options.weeks * 7 - 1, least: say`${options.weeks} weeks`, why };
}
