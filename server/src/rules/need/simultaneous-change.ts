import { formatDay, parseDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { isBeyondTraining } from "./causes-of.ts";

export const simultaneousChange = defineRule({
  id: "simultaneous-change",
  family: "need",
  severity: "warning",
  kind: "conflict",
  fromAbsence: true,
  summary: "A bonus, a tool or a process changes while the program is measured, and nothing tells the two apart.",
  decidedBy: "dates",
  on: "cause",
  *check(cause, context) {
    const { action, type } = cause;
    const { measurement } = context;
    if (!action || !type || !isBeyondTraining(cause) || !measurement) return;
    const design = measurement.design?.value;
    if (design === "control-group" || design === "staggered-rollout" || measurement.wrong?.has("design")) return;
    if (measurement.otherInfluences?.items.length || measurement.wrong?.has("otherInfluences")) return;
    const days = (action.value.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? []).flatMap((text) => parseDay(text) ?? []);
    for (const { id, metric } of context.metrics.values()) {
      const [from, to] = [metric.baseline?.to?.value, metric.target?.by?.value];
      const day = days.find((each) => from !== undefined && to !== undefined && each > from && each < to);
      if (metric.role?.value !== "primary" || day === undefined) continue;
      yield {
        span: action.span,
        message: say`This changes on ${formatDay(day)}, between the baseline and the target of ${code(id)}: nothing will tell its effect from that of the program.`,
        help: say`Add it to ${code("other-influences")} with how it is handled, or compare with a group that gets the change and not the program.`,
        related: [{ span: measurement.key, message: say`The measurement plan stands here.` }],
      };
      return;
    }
  },
});
