import type { Rule } from "../rule.ts";
import { duplicateProgramId } from "./duplicate-program-id.ts";
import { misplacedEffort } from "./misplaced-effort.ts";
import { overclaimedMetric } from "./overclaimed-metric.ts";
import { peopleClaimedTwice } from "./people-claimed-twice.ts";
import { twinMetrics } from "./twin-metrics.ts";
import { unservedGoal } from "./unserved-goal.ts";

/** What the programs of a workspace are together. Each looks through `context.workspace`, so that it is asked again. */
export const PORTFOLIO_RULES: readonly Rule[] = [
  duplicateProgramId,
  overclaimedMetric,
  peopleClaimedTwice,
  unservedGoal,
  misplacedEffort,
  twinMetrics,
];
