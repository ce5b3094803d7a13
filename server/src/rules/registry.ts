import { LINK_RULES } from "./links/rules.ts";
import { PROMISE_RULES } from "./promise/rules.ts";
import type { Rule } from "./rule.ts";
import { SHAPE_RULES } from "./shape/rules.ts";
import { SYNTAX_RULES } from "./syntax/rules.ts";

/** All rules, family by family. A test compares the list with the folders. */
export const RULES: readonly Rule[] = [...SYNTAX_RULES, ...SHAPE_RULES, ...LINK_RULES, ...PROMISE_RULES];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}
