import type { Rule } from "../rule.ts";
import { exemptWithOutcome } from "./exempt-with-outcome.ts";
import { missingNeed } from "./missing-need.ts";
import { unexplainedExemption } from "./unexplained-exemption.ts";

export const NEED_RULES: readonly Rule[] = [missingNeed, unexplainedExemption, exemptWithOutcome];
