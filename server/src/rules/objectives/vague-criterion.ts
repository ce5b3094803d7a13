import { code, say } from "../../base/message.ts";
import { isVagueStandard } from "../../library/wording-course.ts";
import { isChecked } from "../../library/wording-language.ts";
import { defineRule } from "../rule.ts";

export const vagueCriterion = defineRule({
  id: "vague-criterion",
  family: "objectives",
  severity: "hint",
  kind: "conflict",
  summary: "The standard of an objective cannot be checked, such as correctly or to a high standard.",
  decidedBy: "wording",
  on: "objective",
  *check({ to }, { settings }) {
    if (!to || !settings.languages.includes("en") || !isVagueStandard(to.value)) return;
    if (!isChecked(`to ${to.value}`, settings.languages)) return;
    yield {
      span: to.span,
      message: say`${code(to.value)} is no standard that two people would judge alike.`,
      help: say`Say how many, how fast, with how many errors, or by which checklist: ${code("8 of 10 questions in one minute")}.`,
    };
  },
});
