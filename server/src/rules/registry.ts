import { missingBaseline } from "./promise/missing-baseline.ts";
import { LINK_RULES } from "./links/rules.ts";
import type { Rule } from "./rule.ts";
import { tabIndentation } from "./syntax/tab-indentation.ts";

/** All rules, family by family. A test compares the list with the folders. */
export const RULES: readonly Rule[] = [tabIndentation, ...LINK_RULES, missingBaseline];
