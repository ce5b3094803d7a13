import { driftWords, extremeSelectionOf, hasLikeGroup } from "../../appraisal/extreme-selection.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const extremeSelection = defineRule({
  id: "extreme-selection",
  family: "baselines",
  severity: "hint",
  kind: "conflict",
  fromAbsence: true,
  summary: "Those with the worst values are trained, and no like group is compared.",
  decidedBy: "wording",
  on: "audience",
  *check(audience, context) {
    const selection = extremeSelectionOf(context, audience);
    if (!selection) return;
    const { measurement, measures } = context;
    if (!measurement || measurement.wrong?.has("design") || measurement.wrong?.has("compare")) return;
    if (hasLikeGroup(context)) return;
    const [drift] = measures.flatMap((measure) => {
      const words = driftWords(context, measure, selection);
      return words ? [say`${code(measure.id)} by ${words}`] : [];
    });
    const help = say`Compare with people who were just as bad and are trained later, drawn by lot; or take the baseline from other months than those by which they were chosen.`;
    yield {
      span: audience.role?.span ?? audience.key,
      message: say`${code(audience.id)} seems to be chosen for a bad value: such values get better by themselves.`,
      help: drift ? say`Without any training, expect ${drift}. ${help}` : help,
    };
  },
});
