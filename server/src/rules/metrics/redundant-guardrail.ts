import { code, say } from "../../base/message.ts";
import type { MetricView } from "../../workspace/metric-view.ts";
import { defineRule } from "../rule.ts";
import { libraryOf } from "./library-of.ts";

export const redundantGuardrail = defineRule({
  id: "redundant-guardrail",
  family: "metrics",
  severity: "hint",
  kind: "conflict",
  summary: "A guardrail says the same as the metric it should guard.",
  decidedBy: "links",
  on: "metric",
  *check(guard, context) {
    const { role } = guard.metric;
    if (role?.value !== "guardrail") return;
    const twin = [...context.metrics.values()].find(
      ({ metric }) => metric.role?.value === "primary" && saysTheSame(guard, context.metrics.get(metric.id)),
    );
    if (!twin) return;
    yield {
      span: role.span,
      message: say`${code(guard.id)} moves with ${code(twin.id)} and cannot guard it.`,
      help: say`A guardrail watches what would suffer if ${code(twin.id)} were pushed too far, such as quality beside speed.`,
      related: [{ span: twin.metric.key, message: say`The primary metric stands here.` }],
    };
  },
});

function saysTheSame(guard: MetricView, target: MetricView | undefined): boolean {
  if (!target) return false;
  if (guard.metric.use && guard.metric.use.value === target.metric.use?.value) return true;
  const [a, b] = [libraryOf(guard), libraryOf(target)];
  if (!a || !b || b.guardrails.includes(a.id)) return false;
  return a === b || RESTATEMENTS.some((family) => family.includes(a.id) && family.includes(b.id));
}

/** Metrics that are the same thing seen from two sides. Common practice. */
const RESTATEMENTS: readonly (readonly string[])[] = [
  ["average-handle-time", "cases-per-agent-day", "task-cycle-time", "output-per-labor-hour", "pick-rate"],
  ["defect-rate", "first-pass-yield", "defects-per-million-opportunities", "rework-rate", "rework-hours"],
  ["total-recordable-incident-rate", "days-away-restricted-transferred-rate", "lost-time-injury-frequency-rate"],
  ["order-lead-time", "process-cycle-time"],
  ["customer-churn", "repeat-purchase-rate", "net-revenue-retention"],
  ["escalation-rate", "transfer-rate"],
  ["customer-satisfaction", "customer-satisfaction-score", "net-promoter-score"],
  ["sickness-absence", "absenteeism"],
];
