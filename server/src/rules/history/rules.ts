import type { Rule } from "../rule.ts";
import { movedBaseline } from "./moved-baseline.ts";
import { movedTarget } from "./moved-target.ts";
import { outdatedApproval } from "./outdated-approval.ts";

export const HISTORY_RULES: readonly Rule[] = [movedTarget, movedBaseline, outdatedApproval];
