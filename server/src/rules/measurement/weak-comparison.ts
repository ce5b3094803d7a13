import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const weakComparison = defineRule({
  id: "weak-comparison",
  family: "measurement",
  severity: "warning",
  kind: "conflict",
  summary: "The comparison group chose itself, or was at hand: it may differ in more than the training.",
  decidedBy: "shape",
  on: "measurement",
  *check({ design, compare }) {
    const assigned = compare?.assigned;
    if (design?.value !== "control-group" && design?.value !== "staggered-rollout") return;
    if (assigned?.value !== "self-selected" && assigned?.value !== "convenience") return;
    yield {
      span: assigned.span,
      message:
        assigned.value === "self-selected"
          ? say`Who is trained was left to the people themselves: those who come may have done better anyway.`
          : say`The comparison group is whoever was at hand: it may differ from the trained group in more than the training.`,
      help: say`Draw lots who starts first (${code("random")}), or choose a group that was like this one before launch (${code("matched")}). If neither can be, claim a change and not its cause.`,
    };
  },
});
