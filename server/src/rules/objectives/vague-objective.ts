import { code, listOf, say } from "../../base/message.ts";
import { bloomLevelsOf, bloomVerbs } from "../../library/verbs.ts";
import { beginsWith } from "../../library/wording.ts";
import { isChecked } from "../../library/wording-language.ts";
import { vagueWordsIn } from "../../library/wording-vague.ts";
import type { Objective } from "../../model/spec.ts";
import { defineRule } from "../rule.ts";

export const vagueObjective = defineRule({
  id: "vague-objective",
  family: "objectives",
  severity: "warning",
  kind: "conflict",
  summary: "An objective begins with a verb that nobody can see being done, such as understand or know.",
  decidedBy: "wording",
  on: "objective",
  *check(objective, { settings }) {
    const { can } = objective;
    if (!can || beginsWith(can.value, settings.words.verbs)) return;
    const words =
      beginsWith(can.value, settings.words.vagueVerbs) ??
      (isChecked(can.value, settings.languages) ? vagueWordsIn(can.value)?.words : undefined);
    if (words === undefined) return;
    yield {
      span: can.span,
      message: say`${code(words)} cannot be seen, so nobody can check it.`,
      help: say`Say what people do that shows it, beginning with a verb such as ${listOf(suggestions(objective))}.`,
    };
  },
});

/** Observable verbs of the declared level that belong to no other, so that they are clear. */
function suggestions({ level }: Objective): readonly string[] {
  if (!level) return ["explain", "choose", "calculate", "solve"];
  const verbs = bloomVerbs(level.value).filter((verb) => bloomLevelsOf(verb).length === 1 && !verb.includes(" "));
  return [0, 0.25, 0.5, 0.75].flatMap((share) => verbs[Math.floor(share * verbs.length)] ?? []);
}
