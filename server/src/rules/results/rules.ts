import type { Rule } from "../rule.ts";
import { claimedTarget } from "./claimed-target.ts";
import { contradictoryBaseline } from "./contradictory-baseline.ts";
import { contradictoryConclusion } from "./contradictory-conclusion.ts";
import { contradictoryDecision } from "./contradictory-decision.ts";
import { crossedLimit } from "./crossed-limit.ts";
import { duplicateResult } from "./duplicate-result.ts";
import { ignoredGuardrail } from "./ignored-guardrail.ts";
import { impossibleResult } from "./impossible-result.ts";
import { incompleteResult } from "./incomplete-result.ts";
import { malformedResults } from "./malformed-results.ts";
import { missingConclusion } from "./missing-conclusion.ts";
import { missingResult } from "./missing-result.ts";
import { missingResults } from "./missing-results.ts";
import { overclaimedCause } from "./overclaimed-cause.ts";
import { smallCell } from "./small-cell.ts";
import { unansweredDecision } from "./unanswered-decision.ts";
import { uncomparedResult } from "./uncompared-result.ts";
import { unknownResult } from "./unknown-result.ts";
import { unplannedResult } from "./unplanned-result.ts";
import { unreadableCell } from "./unreadable-cell.ts";
import { unreadableResults } from "./unreadable-results.ts";
import { unrecordedDecision } from "./unrecorded-decision.ts";
import { unsupportedConclusion } from "./unsupported-conclusion.ts";
import { untimelyResult } from "./untimely-result.ts";

export const RESULTS_RULES: readonly Rule[] = [
  missingResults,
  unreadableResults,
  malformedResults,
  unreadableCell,
  unknownResult,
  incompleteResult,
  impossibleResult,
  duplicateResult,
  smallCell,
  untimelyResult,
  unplannedResult,
  contradictoryBaseline,
  missingResult,
  uncomparedResult,
  missingConclusion,
  unsupportedConclusion,
  contradictoryConclusion,
  claimedTarget,
  overclaimedCause,
  crossedLimit,
  ignoredGuardrail,
  unrecordedDecision,
  contradictoryDecision,
  unansweredDecision,
];
