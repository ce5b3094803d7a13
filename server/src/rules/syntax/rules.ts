import type { Rule } from "../rule.ts";
import { anchorOrAlias } from "./anchor-or-alias.ts";
import { customTag } from "./custom-tag.ts";
import { deepNesting } from "./deep-nesting.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { mergeConflict } from "./merge-conflict.ts";
import { mergeKey } from "./merge-key.ts";
import { missingSpace } from "./missing-space.ts";
import { oversizedFile } from "./oversized-file.ts";
import { severalDocuments } from "./several-documents.ts";
import { tabIndentation } from "./tab-indentation.ts";
import { unclosedBracket } from "./unclosed-bracket.ts";
import { unclosedQuote } from "./unclosed-quote.ts";
import { unquotedColon } from "./unquoted-colon.ts";
import { unquotedText } from "./unquoted-text.ts";
import { unreadableText } from "./unreadable-text.ts";
import { unreadableYaml } from "./unreadable-yaml.ts";
import { wrongIndentation } from "./wrong-indentation.ts";

export const SYNTAX_RULES: readonly Rule[] = [
  anchorOrAlias,
  customTag,
  deepNesting,
  duplicateKey,
  mergeConflict,
  mergeKey,
  missingSpace,
  oversizedFile,
  severalDocuments,
  tabIndentation,
  unclosedBracket,
  unclosedQuote,
  unquotedColon,
  unquotedText,
  unreadableText,
  unreadableYaml,
  wrongIndentation,
];
