import type { Rule } from "../rule.ts";
import { decimalComma } from "./decimal-comma.ts";
import { missingHeader } from "./missing-header.ts";
import { missingKey } from "./missing-key.ts";
import { unknownKey } from "./unknown-key.ts";
import { wrongType } from "./wrong-type.ts";
import { wrongValue } from "./wrong-value.ts";

export const SHAPE_RULES: readonly Rule[] = [
  decimalComma,
  missingHeader,
  missingKey,
  unknownKey,
  wrongType,
  wrongValue,
];
