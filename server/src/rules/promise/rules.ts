import type { Rule } from "../rule.ts";
import { contradictoryPhase } from "./contradictory-phase.ts";
import { exemptWithOutcome } from "./exempt-with-outcome.ts";
import { impossibleValue } from "./impossible-value.ts";
import { incompletePoint } from "./incomplete-point.ts";
import { lateBaseline } from "./late-baseline.ts";
import { missingBaseline } from "./missing-baseline.ts";
import { missingBehaviorBaseline } from "./missing-behavior-baseline.ts";
import { missingBehaviorTarget } from "./missing-behavior-target.ts";
import { missingConclusion } from "./missing-conclusion.ts";
import { missingDefinition } from "./missing-definition.ts";
import { missingDirection } from "./missing-direction.ts";
import { missingExposure } from "./missing-exposure.ts";
import { missingKind } from "./missing-kind.ts";
import { missingLimit } from "./missing-limit.ts";
import { missingMeasurement } from "./missing-measurement.ts";
import { missingMetricOwner } from "./missing-metric-owner.ts";
import { missingNeed } from "./missing-need.ts";
import { missingPhase } from "./missing-phase.ts";
import { missingPrimaryMetric } from "./missing-primary-metric.ts";
import { missingProgramOwner } from "./missing-program-owner.ts";
import { missingResults } from "./missing-results.ts";
import { missingSampleSize } from "./missing-sample-size.ts";
import { missingSource } from "./missing-source.ts";
import { missingTarget } from "./missing-target.ts";
import { missingUnit } from "./missing-unit.ts";
import { placeholderText } from "./placeholder-text.ts";
import { prematureTarget } from "./premature-target.ts";
import { reversedPeriod } from "./reversed-period.ts";
import { unchangedTarget } from "./unchanged-target.ts";
import { undatedBaseline } from "./undated-baseline.ts";
import { undatedTarget } from "./undated-target.ts";
import { unexplainedExemption } from "./unexplained-exemption.ts";
import { unmeasuredPrimaryMetric } from "./unmeasured-primary-metric.ts";
import { unrecordedDecision } from "./unrecorded-decision.ts";
import { worseningTarget } from "./worsening-target.ts";

/** What a program promises before anything is built: need, metrics, baselines, targets, measurement, owners. */
export const PROMISE_RULES: readonly Rule[] = [
  missingNeed,
  unexplainedExemption,
  exemptWithOutcome,
  missingProgramOwner,
  missingPrimaryMetric,
  missingDefinition,
  missingKind,
  missingUnit,
  missingExposure,
  missingDirection,
  missingSource,
  missingMetricOwner,
  missingBaseline,
  undatedBaseline,
  missingSampleSize,
  lateBaseline,
  reversedPeriod,
  missingTarget,
  undatedTarget,
  prematureTarget,
  worseningTarget,
  unchangedTarget,
  impossibleValue,
  missingLimit,
  missingBehaviorBaseline,
  missingBehaviorTarget,
  missingMeasurement,
  missingPhase,
  unmeasuredPrimaryMetric,
  incompletePoint,
  contradictoryPhase,
  placeholderText,
  missingResults,
  missingConclusion,
  unrecordedDecision,
];
