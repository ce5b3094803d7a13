import { bloomLevels, bloomLevelsOf } from "../../library/verbs.ts";
import { isChecked } from "../../library/wording-language.ts";
import type { Objective } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";

const APPLY = bloomLevels.indexOf("apply");

/** Whether an objective asks for more than knowing: by its level, else by its verb where that is beyond doubt. */
export function needsDoing({ level, can }: Objective, { settings }: Context): boolean {
  if (level) return bloomLevels.indexOf(level.value) >= APPLY;
  if (!can || !isChecked(can.value, settings.languages)) return false;
  const levels = bloomLevelsOf(can.value);
  return levels.length > 0 && levels.every((each) => bloomLevels.indexOf(each) >= APPLY);
}

/** The types of all assessments of the program that check something, in the order of the file. */
export function typesOfAll({ assessments }: Context): readonly (string | undefined)[] {
  return [...assessments.values()].map(({ type }) => type?.value);
}

/** Questions about what people know or think are all there is. */
export function isAskingOnly(types: readonly (string | undefined)[]): boolean {
  return types.length > 0 && types.every((type) => type === "quiz" || type === "survey");
}
