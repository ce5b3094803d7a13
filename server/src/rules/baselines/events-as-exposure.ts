import { code, say } from "../../base/message.ts";
import { sameUnit } from "../metrics/library-of.ts";
import { defineRule } from "../rule.ts";

export const eventsAsExposure = defineRule({
  id: "events-as-exposure",
  family: "baselines",
  severity: "error",
  kind: "conflict",
  summary: "The `n` of a rate looks like the number of events, not like the exposure.",
  decidedBy: "arithmetic",
  on: "metric",
  *check({ id, kind, unit, metric }) {
    const { value, n, unit: own } = metric.baseline ?? {};
    if (kind?.value !== "rate" || !unit || !value || !n || value.value <= 0 || n.value <= 0) return;
    const per = exposureIn(unit.value);
    if (per === undefined || (own && !sameUnit(own.value, unit.value))) return;
    const events = (n.value * value.value) / per;
    // A rate above zero rests on one event at least; values are rounded.
    if (events >= 0.5) return;
    yield {
      span: n.span,
      message: say`With ${code("n")} ${n.value}, the rate ${value.value} ${unit.value} of ${code(id)} would come from ${events < 0.005 ? say`far less than one event` : say`${Math.round(events * 100) / 100} events`}.`,
      help: say`The ${code("n")} of a rate is what the events are divided by (hours, days, orders), in its base unit, and never the number of events.`,
      related: [{ span: value.span, message: say`The rate stands here.` }],
    };
  },
});

/** `per 200000 h` → 200000. */
function exposureIn(unit: string): number | undefined {
  const digits = /(?:\bper|\/)\s*(\d[\d,. ]*)/i.exec(unit)?.[1]?.replace(/[,. ]/g, "");
  return digits ? Number(digits) : undefined;
}
