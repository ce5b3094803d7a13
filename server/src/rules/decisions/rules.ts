import type { Rule } from "../rule.ts";
import { decisionBeforeLaunch } from "./decision-before-launch.ts";
import { decisionBeyondTarget } from "./decision-beyond-target.ts";
import { foregoneDecision } from "./foregone-decision.ts";
import { foreignUnit } from "./foreign-unit.ts";
import { impossibleDecision } from "./impossible-decision.ts";
import { lateDecision } from "./late-decision.ts";
import { limitlessDecision } from "./limitless-decision.ts";
import { missingDecision } from "./missing-decision.ts";
import { undatedDecision } from "./undated-decision.ts";
import { unmeasuredDecision } from "./unmeasured-decision.ts";
import { unreadableCondition } from "./unreadable-condition.ts";
import { vagueDecision } from "./vague-decision.ts";

/** What will be done about the numbers, agreed before they are known. */
export const DECISION_RULES: readonly Rule[] = [
  missingDecision,
  unreadableCondition,
  foreignUnit,
  impossibleDecision,
  unmeasuredDecision,
  undatedDecision,
  decisionBeforeLaunch,
  limitlessDecision,
  foregoneDecision,
  decisionBeyondTarget,
  lateDecision,
  vagueDecision,
];
