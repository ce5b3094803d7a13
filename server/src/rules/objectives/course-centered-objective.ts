import { code, say } from "../../base/message.ts";
import { courseWordsIn, isCourse } from "../../library/wording-course.ts";
import { isChecked } from "../../library/wording-language.ts";
import { defineRule } from "../rule.ts";

export const courseCenteredObjective = defineRule({
  id: "course-centered-objective",
  family: "objectives",
  severity: "warning",
  kind: "conflict",
  summary: "An objective says what the course does or covers, not what people can do.",
  decidedBy: "wording",
  on: "objective",
  *check({ can, given }, { settings: { languages } }) {
    const words = can && isChecked(can.value, languages) ? courseWordsIn(can.value) : undefined;
    if (can && words !== undefined) {
      yield {
        span: can.span,
        message: say`${code(words)} is about the course, and an objective is what people can do afterward.`,
        help: say`Begin with what the learner does: ${code("choose and ask two diagnostic questions that fit the stated reason")}.`,
      };
    }
    if (given && isChecked(given.value, languages) && isCourse(given.value)) {
      yield {
        span: given.span,
        message: say`The condition is the course itself, and at work there is none.`,
        help: say`Name the situation and the means people have on the job, such as ${code("a recorded or live cancel call")}.`,
      };
    }
  },
});
