import { code, say } from "../../base/message.ts";
import { holding } from "../../library/text-pattern.ts";
import { defineRule } from "../rule.ts";

export const deferredMeasurement = defineRule({
  id: "deferred-measurement",
  family: "measurement",
  severity: "hint",
  kind: "conflict",
  summary: "How something is measured seems to be left for later.",
  decidedBy: "wording",
  on: "point",
  *check({ id, how }, context) {
    if (!how || !context.settings.languages.includes("en")) return;
    const match = LATER.exec(how.value);
    if (!match) return;
    yield {
      span: how.span,
      message: say`How ${code(id)} is measured is left for later: ${code(match[0])}.`,
      help: say`Name the report or the observation now; what nobody collects before launch cannot be had afterward.`,
    };
  },
});

const LATER = holding(
  "defined decided determined agreed developed designed confirmed phase",
  /\b(?:to be (?:defined|decided|determined|agreed|developed|designed|confirmed)|(?:will be|is) (?:defined|decided|developed|designed) (?:later|after|in phase 2)|in phase (?:2|two)|not (?:yet )?(?:defined|decided|designed))\b/i,
);
