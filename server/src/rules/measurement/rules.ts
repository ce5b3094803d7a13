import type { Rule } from "../rule.ts";
import { anecdotalEvidence } from "./anecdotal-evidence.ts";
import { contradictoryPhase } from "./contradictory-phase.ts";
import { deferredMeasurement } from "./deferred-measurement.ts";
import { earlyBehaviorMeasure } from "./early-behavior-measure.ts";
import { earlyResultMeasure } from "./early-result-measure.ts";
import { estimateOnly } from "./estimate-only.ts";
import { idleInterimLook } from "./idle-interim-look.ts";
import { incompletePoint } from "./incomplete-point.ts";
import { lateFirstLook } from "./late-first-look.ts";
import { lateResultMeasure } from "./late-result-measure.ts";
import { levelGap } from "./level-gap.ts";
import { missingComparison } from "./missing-comparison.ts";
import { missingMeasurement } from "./missing-measurement.ts";
import { missingPhase } from "./missing-phase.ts";
import { singleFollowUp } from "./single-follow-up.ts";
import { trainedComparison } from "./trained-comparison.ts";
import { transferNotMeasured } from "./transfer-not-measured.ts";
import { unlistedInfluences } from "./unlisted-influences.ts";
import { unmeasuredMetric } from "./unmeasured-metric.ts";
import { unmeasuredPrimaryMetric } from "./unmeasured-primary-metric.ts";
import { unplannedAnalysis } from "./unplanned-analysis.ts";
import { unstatedAssignment } from "./unstated-assignment.ts";
import { weakComparison } from "./weak-comparison.ts";

/** What is measured, when, and held against what. */
export const MEASUREMENT_RULES: readonly Rule[] = [
  missingMeasurement,
  missingPhase,
  unmeasuredPrimaryMetric,
  transferNotMeasured,
  levelGap,
  unmeasuredMetric,
  incompletePoint,
  contradictoryPhase,
  lateFirstLook,
  earlyBehaviorMeasure,
  earlyResultMeasure,
  lateResultMeasure,
  singleFollowUp,
  missingComparison,
  unstatedAssignment,
  weakComparison,
  trainedComparison,
  estimateOnly,
  unlistedInfluences,
  unplannedAnalysis,
  idleInterimLook,
  anecdotalEvidence,
  deferredMeasurement,
];
