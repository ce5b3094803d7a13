import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const idleInterimLook = defineRule({
  id: "idle-interim-look",
  family: "measurement",
  severity: "hint",
  kind: "gap",
  summary: "Nothing is decided on any look during the program.",
  decidedBy: "links",
  on: "measurement",
  *check(_measurement, context) {
    const { decisions, points } = context;
    if (context.tier !== "strategic" || context.isExempt || decisions.size === 0) return;
    const during = [...points.values()].filter(({ phase }) => phase?.value === "during");
    const [first] = during;
    if (!first) return;
    for (const decision of decisions.values()) {
      const condition = decision.if?.value;
      if (!condition || condition.problem) return;
      if (condition.clauses.some(({ point }) => during.some(({ id }) => id === point?.value))) return;
    }
    yield {
      span: first.key,
      message: say`${code(first.id)} looks while something could still be mended, and no decision hangs on it.`,
      help: say`Add a decision such as ${code("if: asks-why < 50 % at week-6")} with what is then stopped or changed.`,
    };
  },
});
