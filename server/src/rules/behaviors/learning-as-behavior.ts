import { code, say } from "../../base/message.ts";
import { takingPartIn } from "../../library/wording-behavior.ts";
import { isChecked } from "../../library/wording-language.ts";
import { defineRule } from "../rule.ts";

export const learningAsBehavior = defineRule({
  id: "learning-as-behavior",
  family: "behaviors",
  severity: "warning",
  kind: "conflict",
  summary: "A behavior is taking part in the training, not something done at work.",
  decidedBy: "wording",
  on: "behavior",
  *check({ does }, { settings }) {
    if (!does || !isChecked(does.value, settings.languages)) return;
    const words = takingPartIn(does.value);
    if (words === undefined) return;
    yield {
      span: does.span,
      message: say`${code(words)} is taking part in training, and a behavior is what people do at work because of it.`,
      help: say`Say what changes in the work; the course itself stands under ${code("activities")}.`,
    };
  },
});
