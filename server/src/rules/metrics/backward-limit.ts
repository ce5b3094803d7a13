import { code, say } from "../../base/message.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const backwardLimit = defineRule({
  id: "backward-limit",
  family: "metrics",
  severity: "warning",
  kind: "conflict",
  summary: "A limit stands on the side on which the metric gets better.",
  decidedBy: "arithmetic",
  fixable: true,
  on: "measure",
  *check({ id, limit, direction }) {
    if (!limit || (limit.atMost && limit.atLeast)) return;
    const wrong = direction === "higher" ? limit.atMost : direction === "lower" ? limit.atLeast : undefined;
    if (!wrong || !direction) return;
    const right = direction === "higher" ? "at-least" : "at-most";
    yield {
      span: wrong.key,
      message:
        direction === "higher"
          ? say`For ${code(id)} higher is better, and its limit is ${code("at-most")} ${wrong.value}: it stops nothing that gets worse.`
          : say`For ${code(id)} lower is better, and its limit is ${code("at-least")} ${wrong.value}: it stops nothing that gets worse.`,
      help: say`Write ${code(right)}, or ${code("direction: hold")} where the metric is defined if both sides are bad.`,
      fixes: changeTo(wrong.key, [right]),
    };
  },
});
