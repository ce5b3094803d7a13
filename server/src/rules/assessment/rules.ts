import type { Rule } from "../rule.ts";
import { aimlessAssessment } from "./aimless-assessment.ts";
import { immediateOnlyAssessment } from "./immediate-only-assessment.ts";
import { impossiblePassMark } from "./impossible-pass-mark.ts";
import { laxPassMark } from "./lax-pass-mark.ts";
import { mismatchedAssessment } from "./mismatched-assessment.ts";
import { quizOnlyAssessment } from "./quiz-only-assessment.ts";
import { smileSheetOnly } from "./smile-sheet-only.ts";
import { unjustifiedPassMark } from "./unjustified-pass-mark.ts";

/** Whether the checks show what the objectives promise, late enough, and by a mark that means something. */
export const ASSESSMENT_RULES: readonly Rule[] = [
  smileSheetOnly,
  quizOnlyAssessment,
  mismatchedAssessment,
  immediateOnlyAssessment,
  aimlessAssessment,
  unjustifiedPassMark,
  impossiblePassMark,
  laxPassMark,
];
