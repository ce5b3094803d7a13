import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { typesOfAll } from "./needs-doing.ts";

export const smileSheetOnly = defineRule({
  id: "smile-sheet-only",
  family: "assessment",
  severity: "error",
  kind: "gap",
  summary: "Every assessment is a survey: people say what they think, and nobody sees what they can do.",
  decidedBy: "links",
  on: "program",
  *check({ assessments }, context) {
    const types = typesOfAll(context);
    if (!assessments || types.length === 0 || types.some((type) => type !== "survey")) return;
    yield {
      span: assessments.key,
      message: say`Every assessment is a ${code("survey")}, which shows what people think and not what they can do.`,
      help: say`Add one in which people do the task, such as ${code("type: simulation")}, ${code("observation")} or ${code("work-sample")}.`,
    };
  },
});
