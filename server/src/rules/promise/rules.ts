import type { Rule } from "../rule.ts";
import { impossibleValue } from "./impossible-value.ts";
import { lateBaseline } from "./late-baseline.ts";
import { missingBaseline } from "./missing-baseline.ts";
import { missingBehaviorBaseline } from "./missing-behavior-baseline.ts";
import { missingBehaviorTarget } from "./missing-behavior-target.ts";
import { missingDefinition } from "./missing-definition.ts";
import { missingDirection } from "./missing-direction.ts";
import { missingExposure } from "./missing-exposure.ts";
import { missingKind } from "./missing-kind.ts";
import { missingLimit } from "./missing-limit.ts";
import { missingMetricOwner } from "./missing-metric-owner.ts";
import { missingPrimaryMetric } from "./missing-primary-metric.ts";
import { missingProgramOwner } from "./missing-program-owner.ts";
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
import { worseningTarget } from "./worsening-target.ts";

/** What a program promises before anything is built: need, metrics, baselines, targets, measurement, owners. */
export const PROMISE_RULES: readonly Rule[] = [
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
  placeholderText,
];
