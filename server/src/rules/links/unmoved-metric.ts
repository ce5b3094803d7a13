import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { isUnused } from "./unused-metric.ts";

export const unmovedMetric = defineRule({
  id: "unmoved-metric",
  family: "links",
  severity: "error",
  kind: "gap",
  summary: "A metric that no behavior moves.",
  decidedBy: "links",
  on: "metric",
  *check(view, context) {
    const role = view.metric.role?.value;
    if (role === "guardrail" || context.isExempt) return;
    if (context.chain.moving(view.id).length > 0) return;
    if (role !== "primary" && isUnused(view, context)) return;
    yield {
      span: view.metric.key,
      message: say`No behavior moves ${code(view.id)}.`,
      help: say`Say what people will do differently on the job so that it moves: a behavior with ${code(`moves: [${view.id}]`)}.`,
    };
  },
});
