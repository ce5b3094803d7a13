import type { Rule } from "../rule.ts";
import { contradictoryPhase } from "./contradictory-phase.ts";
import { incompletePoint } from "./incomplete-point.ts";
import { missingMeasurement } from "./missing-measurement.ts";
import { missingPhase } from "./missing-phase.ts";
import { unmeasuredPrimaryMetric } from "./unmeasured-primary-metric.ts";

export const MEASUREMENT_RULES: readonly Rule[] = [
  missingMeasurement,
  missingPhase,
  unmeasuredPrimaryMetric,
  incompletePoint,
  contradictoryPhase,
];
