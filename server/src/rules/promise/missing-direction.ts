import { code, say } from "../../base/message.ts";
import { isLeftOut } from "../is-left-out.ts";
import { placeOfMissing } from "../place-of-missing.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";

export const missingDirection = defineRule({
  id: "missing-direction",
  family: "promise",
  severity: "error",
  kind: "gap",
  summary: "A metric does not say whether higher or lower is better.",
  decidedBy: "shape",
  fixable: true,
  on: "definition",
  *check({ id, metric, direction }, context) {
    if (direction || !isLeftOut(metric, "direction")) return;
    yield {
      span: placeOfMissing(metric, "direction"),
      message: say`${code(id)} does not say which ${code("direction")} is better.`,
      help: say`Write ${code("higher")}, ${code("lower")} or ${code("hold")}; without it nobody can tell a target from a slip of the sign.`,
      fixes: [
        ...writeKey(context, metric.node, "direction", "higher", say`Higher is better`),
        ...writeKey(context, metric.node, "direction", "lower", say`Lower is better`),
        ...writeKey(context, metric.node, "direction", "hold", say`It should stay where it is`),
      ],
    };
  },
});
