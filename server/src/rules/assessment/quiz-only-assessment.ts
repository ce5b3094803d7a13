import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { isAskingOnly, needsDoing, typesOfAll } from "./needs-doing.ts";

export const quizOnlyAssessment = defineRule({
  id: "quiz-only-assessment",
  family: "assessment",
  severity: "error",
  kind: "gap",
  summary: "Every assessment asks what people know, though objectives ask them to do something.",
  decidedBy: "links",
  on: "program",
  *check({ assessments }, context) {
    const types = typesOfAll(context);
    if (!assessments || !isAskingOnly(types) || !types.includes("quiz")) return;
    const doing = [...context.objectives.values()].find((objective) => needsDoing(objective, context));
    if (!doing) return;
    yield {
      span: assessments.key,
      message: say`Every assessment is a ${code("quiz")} or a ${code("survey")}, and ${code(doing.id)} asks people to do something.`,
      help: say`Add an assessment in which people decide or act as on the job: ${code("scenario")}, ${code("simulation")}, ${code("observation")} or ${code("work-sample")}.`,
      related: [{ span: doing.key, message: say`This objective is more than knowing.` }],
    };
  },
});
