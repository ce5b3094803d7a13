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
  *check({ id, role }, context) {
    const { measurement } = context;
    if (!role || !measurement || !context.settings.languages.includes("en") || !WORST.test(role.value)) return;
    const { design, compare, wrong } = measurement;
    if (wrong?.has("design") || wrong?.has("compare")) return;
    const isCompared = design?.value === "control-group" || design?.value === "staggered-rollout";
    const assigned = compare?.assigned?.value;
    if (isCompared && (assigned === "random" || assigned === "matched")) return;
    yield {
      span: role.span,
      message: say`${code(id)} seems to be chosen for a bad value: such values get better by themselves.`,
      help: say`Compare with people who were just as bad and are trained later, drawn by lot; or take the baseline from other months than those by which they were chosen.`,
    };
  },
});

const WORST =
  /\b(bottom\s+(\d+\s*%?|ten|half|third|quarter|quartile|quintile|decile|performers?)|(lowest|worst|poorest|weakest)[ -](\w+[ -])?(performing|performers?|scoring|scores?|results?|rated|quartile|quarter|\d+)|under-?perform(ers?|ing)|(low|poor|weak)[ -](performers|performing|scorers|scoring)|below[ -]target|missed\s+(their\s+)?(quota|target))\b/i;
