import type { Rule } from "../rule.ts";
import { activityAsGoal } from "./activity-as-goal.ts";
import { claimsWholeChange } from "./claims-whole-change.ts";
import { contradictoryCostOfGap } from "./contradictory-cost-of-gap.ts";
import { costlierThanGap } from "./costlier-than-gap.ts";
import { exemptWithOutcome } from "./exempt-with-outcome.ts";
import { feltEvidence } from "./felt-evidence.ts";
import { incompleteAudience } from "./incomplete-audience.ts";
import { misalignedGoal } from "./misaligned-goal.ts";
import { missingCauses } from "./missing-causes.ts";
import { missingCostOfGap } from "./missing-cost-of-gap.ts";
import { missingGoal } from "./missing-goal.ts";
import { missingNeed } from "./missing-need.ts";
import { simultaneousChange } from "./simultaneous-change.ts";
import { trainingAsProblem } from "./training-as-problem.ts";
import { unexplainedExemption } from "./unexplained-exemption.ts";
import { uninvolvedAudience } from "./uninvolved-audience.ts";
import { unownedCause } from "./unowned-cause.ts";
import { unsupportedCause } from "./unsupported-cause.ts";
import { untrainableCauses } from "./untrainable-causes.ts";
import { vagueAudience } from "./vague-audience.ts";

/** Whether there is a problem worth a program, why it exists, and whom it takes to change it. */
export const NEED_RULES: readonly Rule[] = [
  missingNeed,
  unexplainedExemption,
  exemptWithOutcome,
  trainingAsProblem,
  activityAsGoal,
  missingGoal,
  misalignedGoal,
  missingCostOfGap,
  contradictoryCostOfGap,
  costlierThanGap,
  missingCauses,
  unsupportedCause,
  feltEvidence,
  untrainableCauses,
  unownedCause,
  claimsWholeChange,
  simultaneousChange,
  incompleteAudience,
  vagueAudience,
  uninvolvedAudience,
];
