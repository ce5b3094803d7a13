import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const crowdedBehaviors = defineRule({
  id: "crowded-behaviors",
  family: "behaviors",
  severity: "hint",
  kind: "conflict",
  summary: "One group of people is to change more behaviors than it can.",
  decidedBy: "arithmetic",
  thresholds: {
    behaviors: {
      value: 7,
      unit: "behaviors per audience",
      source: "common practice: a critical behavior is one of a few",
    },
  },
  on: "program",
  *check(program, context, { behaviors: most }) {
    const counts = new Map<string, number>();
    for (const { audience } of context.behaviors.values()) {
      const id = audience?.value ?? "";
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const [id, count] of counts) {
      if (count <= most || !program.behaviors) continue;
      yield {
        span: program.behaviors.key,
        message:
          id === ""
            ? say`This program asks for ${count} behaviors, and more than ${most} are too many to change at once.`
            : say`${code(id)} are to change ${count} behaviors, and more than ${most} are too many to change at once.`,
        help: say`Keep the few that move the metrics most, or train in stages.`,
      };
    }
  },
});
