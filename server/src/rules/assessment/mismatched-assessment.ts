import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { isAskingOnly, needsDoing, typesOfAll } from "./needs-doing.ts";

export const mismatchedAssessment = defineRule({
  id: "mismatched-assessment",
  family: "assessment",
  severity: "error",
  kind: "gap",
  summary: "An objective to do something is checked by a quiz alone, or any objective by a survey alone.",
  decidedBy: "links",
  on: "objective",
  *check(objective, context) {
    if (isAskingOnly(typesOfAll(context))) return;
    const assessments = context.chain.assessing(objective.id);
    const types = assessments.map(({ type }) => type?.value);
    const [first] = assessments;
    if (!first?.type || !isAskingOnly(types)) return;
    const opinion = !types.includes("quiz");
    if (!opinion && !needsDoing(objective, context)) return;
    yield {
      span: first.type.span,
      message: opinion
        ? say`Only a survey checks ${code(objective.id)}: it shows what people think, not what they can do.`
        : say`Only a quiz checks ${code(objective.id)}, which asks people to do something: it shows what they know.`,
      help: say`Let people do it: ${code("scenario")} for decisions, ${code("simulation")} for a task in practice, ${code("observation")} or ${code("work-sample")} for the job.`,
      related: [{ span: objective.level?.span ?? objective.key, message: say`The objective is here.` }],
    };
  },
});
