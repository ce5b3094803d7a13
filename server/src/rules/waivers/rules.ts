import type { Rule } from "../rule.ts";
import { endlessWaiver } from "./endless-waiver.ts";
import { expiredWaiver } from "./expired-waiver.ts";
import { unexplainedWaiver } from "./unexplained-waiver.ts";
import { unknownRule } from "./unknown-rule.ts";
import { unownedWaiver } from "./unowned-waiver.ts";
import { unusedWaiver } from "./unused-waiver.ts";

export const WAIVER_RULES: readonly Rule[] = [
  unexplainedWaiver,
  unownedWaiver,
  endlessWaiver,
  expiredWaiver,
  unusedWaiver,
  unknownRule,
];
