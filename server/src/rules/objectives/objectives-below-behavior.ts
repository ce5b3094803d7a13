import { code, say } from "../../base/message.ts";
import { bloomLevels, bloomLevelsOf } from "../../library/verbs.ts";
import { isChecked } from "../../library/wording-language.ts";
import { defineRule } from "../rule.ts";

export const objectivesBelowBehavior = defineRule({
  id: "objectives-below-behavior",
  family: "objectives",
  severity: "warning",
  kind: "gap",
  summary: "People are to do something at work, and every objective for it stops at knowing.",
  decidedBy: "links",
  on: "behavior",
  *check({ id, does, key }, context) {
    if (!does || !isChecked(does.value, context.settings.languages) || isTelling(does.value)) return;
    const serving = context.chain.serving(id);
    const levels = serving.map(({ level }) => (level ? bloomLevels.indexOf(level.value) : undefined));
    const highest = highestOf(levels);
    const level = highest === undefined ? undefined : bloomLevels[highest];
    if (highest === undefined || level === undefined || highest >= bloomLevels.indexOf("apply")) return;
    const top = serving.find((objective) => objective.level?.value === level);
    yield {
      span: key,
      message: say`The objectives for ${code(id)} stop at ${code(level)}, and it is something that people do.`,
      help: say`Add an objective at ${code("apply")} or above in which people do it, or a realistic part of it, in training; knowing about it comes before.`,
      related: top?.level ? [{ span: top.level.span, message: say`This is the highest level.` }] : [],
    };
  },
});

/** Undefined where one of the levels is not known. */
function highestOf(levels: readonly (number | undefined)[]): number | undefined {
  if (levels.length === 0 || levels.includes(undefined)) return undefined;
  return Math.max(...levels.map((level) => level ?? 0));
}

/** What is done at work is itself saying or recognizing something. */
function isTelling(does: string): boolean {
  return bloomLevelsOf(does).some((level) => level === "remember" || level === "understand");
}
