import type { Rule } from "../rule.ts";
import { aimlessActivity } from "./aimless-activity.ts";
import { courseCenteredObjective } from "./course-centered-objective.ts";
import { mismatchedLevel } from "./mismatched-level.ts";
import { misplacedHours } from "./misplaced-hours.ts";
import { missingCondition } from "./missing-condition.ts";
import { missingCriterion } from "./missing-criterion.ts";
import { objectivesBelowBehavior } from "./objectives-below-behavior.ts";
import { passiveActivities } from "./passive-activities.ts";
import { severalPerformances } from "./several-performances.ts";
import { unpracticedObjective } from "./unpracticed-objective.ts";
import { unspacedPractice } from "./unspaced-practice.ts";
import { vagueCriterion } from "./vague-criterion.ts";
import { vagueObjective } from "./vague-objective.ts";

/** What people can do after training, and the activities in which they practice it. */
export const OBJECTIVE_RULES: readonly Rule[] = [
  vagueObjective,
  courseCenteredObjective,
  missingCondition,
  missingCriterion,
  vagueCriterion,
  severalPerformances,
  mismatchedLevel,
  objectivesBelowBehavior,
  unpracticedObjective,
  aimlessActivity,
  passiveActivities,
  unspacedPractice,
  misplacedHours,
];
