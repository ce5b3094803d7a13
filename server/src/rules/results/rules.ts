import type { Rule } from "../rule.ts";
import { missingConclusion } from "./missing-conclusion.ts";
import { missingResults } from "./missing-results.ts";
import { unrecordedDecision } from "./unrecorded-decision.ts";

export const RESULTS_RULES: readonly Rule[] = [missingResults, missingConclusion, unrecordedDecision];
