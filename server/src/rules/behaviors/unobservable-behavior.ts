import { code, say } from "../../base/message.ts";
import { beginsWith } from "../../library/wording.ts";
import { traitIn } from "../../library/wording-behavior.ts";
import { isChecked } from "../../library/wording-language.ts";
import { defineRule } from "../rule.ts";

export const unobservableBehavior = defineRule({
  id: "unobservable-behavior",
  family: "behaviors",
  severity: "warning",
  kind: "conflict",
  summary: "A behavior is an attitude or a trait that nobody can see happen.",
  decidedBy: "wording",
  on: "behavior",
  *check({ does }, { settings }) {
    if (!does || beginsWith(does.value, settings.words.verbs)) return;
    const words =
      beginsWith(does.value, settings.words.vagueVerbs) ??
      (isChecked(does.value, settings.languages) ? traitIn(does.value) : undefined);
    if (words === undefined) return;
    yield {
      span: does.span,
      message: say`Two people who watch would not agree whether ${code(words)} happened.`,
      help: say`Say what someone who has that attitude or knowledge does: ${code("Asks at least two diagnostic questions before making any offer")}.`,
    };
  },
});
