import type { Rule } from "../rule.ts";
import { activityAsOutcome } from "./activity-as-outcome.ts";
import { ambiguousChange } from "./ambiguous-change.ts";
import { backwardLimit } from "./backward-limit.ts";
import { bareCount } from "./bare-count.ts";
import { coarseRefresh } from "./coarse-refresh.ts";
import { contradictoryKind } from "./contradictory-kind.ts";
import { crossedGuardrail } from "./crossed-guardrail.ts";
import { earlyTarget } from "./early-target.ts";
import { implausibleTarget } from "./implausible-target.ts";
import { learningAsOutcome } from "./learning-as-outcome.ts";
import { mismatchedUnit } from "./mismatched-unit.ts";
import { missingGuardrail } from "./missing-guardrail.ts";
import { missingLeadingIndicator } from "./missing-leading-indicator.ts";
import { perfectTarget } from "./perfect-target.ts";
import { redundantGuardrail } from "./redundant-guardrail.ts";
import { satisfactionAsOutcome } from "./satisfaction-as-outcome.ts";
import { severalPrimaryMetrics } from "./several-primary-metrics.ts";
import { sparseSurvey } from "./sparse-survey.ts";
import { suspectedLearningMetric } from "./suspected-learning-metric.ts";
import { unfoundedTarget } from "./unfounded-target.ts";

/** Whether the numbers are those of the business, and their targets worth holding on to. */
export const METRIC_RULES: readonly Rule[] = [
  activityAsOutcome,
  satisfactionAsOutcome,
  learningAsOutcome,
  suspectedLearningMetric,
  severalPrimaryMetrics,
  bareCount,
  contradictoryKind,
  mismatchedUnit,
  ambiguousChange,
  perfectTarget,
  unfoundedTarget,
  implausibleTarget,
  earlyTarget,
  missingLeadingIndicator,
  missingGuardrail,
  redundantGuardrail,
  crossedGuardrail,
  backwardLimit,
  sparseSurvey,
  coarseRefresh,
];
