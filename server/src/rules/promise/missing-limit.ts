import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingLimit = defineRule({
  id: "missing-limit",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A guardrail has no limit, or nothing happens at it.",
  decidedBy: "shape",
  fixable: true,
  on: "metric",
  *check({ metric, id, direction }, context) {
    if (metric.role?.value !== "guardrail") return;
    const { limit } = metric;
    const bound = direction?.value === "higher" ? "at-least" : "at-most";
    if (isLeftOut(metric, "limit")) {
      yield {
        span: placeOfMissing(metric, "limit"),
        message: say`${code(id)} is a guardrail without a limit: it can never stop anything.`,
        help: say`Write the value it may not cross and what happens then, such as ${code("limit: { at-most: 440, then: Pause the rollout }")}.`,
        fixes: writeKey(context, metric.node, "limit", `{ ${bound}: \${1}, then: \${2:what happens then} }`),
      };
    } else if (limit && isLeftOut(limit, "atMost") && isLeftOut(limit, "atLeast")) {
      yield {
        span: limit.key,
        message: say`The limit of ${code(id)} has no number.`,
        help: say`Write ${code("at-most")} or ${code("at-least")} with the value that may not be crossed.`,
        fixes: writeKey(context, limit.node, bound, "${1}"),
      };
    } else if (limit && isLeftOut(limit, "then")) {
      yield {
        span: placeOfMissing(limit, "then"),
        message: say`The limit of ${code(id)} does not say what happens when it is crossed.`,
        help: say`Write the action under ${code("then")} while nobody has a result to defend.`,
        fixes: writeKey(context, limit.node, "then", "${1:what happens then}"),
      };
    }
  },
});
