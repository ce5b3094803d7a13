import type { Rule } from "../rule.ts";
import { crowdedBehaviors } from "./crowded-behaviors.ts";
import { lateApplication } from "./late-application.ts";
import { lateDriver } from "./late-driver.ts";
import { learningAsBehavior } from "./learning-as-behavior.ts";
import { missingFrequency } from "./missing-frequency.ts";
import { selfReportedBehavior } from "./self-reported-behavior.ts";
import { unconfirmedBehavior } from "./unconfirmed-behavior.ts";
import { undrivenBehavior } from "./undriven-behavior.ts";
import { unmeasuredBehavior } from "./unmeasured-behavior.ts";
import { unobservableBehavior } from "./unobservable-behavior.ts";
import { unownedDriver } from "./unowned-driver.ts";

/** What people do at work, who looks, what keeps it alive, and when they can begin. */
export const BEHAVIOR_RULES: readonly Rule[] = [
  unobservableBehavior,
  learningAsBehavior,
  missingFrequency,
  unconfirmedBehavior,
  selfReportedBehavior,
  unmeasuredBehavior,
  undrivenBehavior,
  unownedDriver,
  lateDriver,
  lateApplication,
  crowdedBehaviors,
];
