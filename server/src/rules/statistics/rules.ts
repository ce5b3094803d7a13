import type { Rule } from "../rule.ts";
import { clusterIgnored } from "./cluster-ignored.ts";
import { coincidentChange } from "./coincident-change.ts";
import { guessedInput } from "./guessed-input.ts";
import { impossibleSample } from "./impossible-sample.ts";
import { impossibleSpread } from "./impossible-spread.ts";
import { mismatchedTest } from "./mismatched-test.ts";
import { shortTrend } from "./short-trend.ts";
import { tooFewClusters } from "./too-few-clusters.ts";
import { tooFewEvents } from "./too-few-events.ts";
import { underpoweredDecision } from "./underpowered-decision.ts";
import { underpoweredPlan } from "./underpowered-plan.ts";
import { unusualAlpha } from "./unusual-alpha.ts";
import { unusualPower } from "./unusual-power.ts";

/** Whether the numbers of a plan can carry the answer that is expected of them. */
export const STATISTICS_RULES: readonly Rule[] = [
  underpoweredPlan,
  underpoweredDecision,
  guessedInput,
  clusterIgnored,
  tooFewClusters,
  shortTrend,
  coincidentChange,
  tooFewEvents,
  impossibleSpread,
  impossibleSample,
  unusualAlpha,
  unusualPower,
  mismatchedTest,
];
