import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const unlinkedObjective = defineRule({
  id: "unlinked-objective",
  family: "links",
  severity: "error",
  kind: "gap",
  summary: "An objective that reaches no metric through any behavior.",
  decidedBy: "links",
  on: "objective",
  *check(objective, context) {
    const { chain, behaviors } = context;
    const reached = [...chain.behaviorsReached(objective.id)];
    const known = reached.filter((id) => behaviors.has(id));
    if (reached.length > 0 && known.length === 0) return;
    if (known.length === 0) {
      yield {
        span: objective.key,
        message: say`${code(objective.id)} enables no behavior, so it reaches no metric.`,
        help: say`Name the on-the-job behavior that needs it under ${code("enables")}, or leave the objective out.`,
      };
    } else if (!context.isExempt && chain.metricsReached(objective.id).size === 0) {
      if (known.some((id) => (behaviors.get(id)?.moves?.items.length ?? 0) > 0)) return;
      yield {
        span: objective.key,
        message: say`${code(objective.id)} reaches no metric: ${code(known[0] ?? "")} moves none.`,
        help: say`Name the metric under ${code("moves")} of the behavior.`,
      };
    }
  },
});
