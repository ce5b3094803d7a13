import { ASSESSMENT_RULES } from "./assessment/rules.ts";
import { BASELINE_RULES } from "./baselines/rules.ts";
import { BEHAVIOR_RULES } from "./behaviors/rules.ts";
import { DECISION_RULES } from "./decisions/rules.ts";
import { HISTORY_RULES } from "./history/rules.ts";
import { LINK_RULES } from "./links/rules.ts";
import { MEASUREMENT_RULES } from "./measurement/rules.ts";
import { METRIC_RULES } from "./metrics/rules.ts";
import { MONEY_RULES } from "./money/rules.ts";
import { NEED_RULES } from "./need/rules.ts";
import { OBJECTIVE_RULES } from "./objectives/rules.ts";
import { PORTFOLIO_RULES } from "./portfolio/rules.ts";
import { PROMISE_RULES } from "./promise/rules.ts";
import { RESULTS_RULES } from "./results/rules.ts";
import type { Rule } from "./rule.ts";
import { SHAPE_RULES } from "./shape/rules.ts";
import { STATISTICS_RULES } from "./statistics/rules.ts";
import { SYNTAX_RULES } from "./syntax/rules.ts";
import { WAIVER_RULES } from "./waivers/rules.ts";

/** All rules, family by family. A test compares the list with the folders. */
export const RULES: readonly Rule[] = [
  ...SYNTAX_RULES,
  ...SHAPE_RULES,
  ...LINK_RULES,
  ...NEED_RULES,
  ...PROMISE_RULES,
  ...METRIC_RULES,
  ...BASELINE_RULES,
  ...BEHAVIOR_RULES,
  ...OBJECTIVE_RULES,
  ...ASSESSMENT_RULES,
  ...MEASUREMENT_RULES,
  ...STATISTICS_RULES,
  ...DECISION_RULES,
  ...MONEY_RULES,
  ...RESULTS_RULES,
  ...PORTFOLIO_RULES,
  ...HISTORY_RULES,
  ...WAIVER_RULES,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}
