import { valueWords } from "../../appraisal/evaluation-words.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const claimedTarget = defineRule({
  id: "claimed-target",
  family: "results",
  severity: "hint",
  kind: "conflict",
  summary: "A conclusion seems to say that the target was reached, and the results miss it.",
  decidedBy: "wording",
  on: "evaluation",
  *check({ measure, target, conclusion }): Iterable<Finding> {
    const said = conclusion?.says;
    if (!said || !target || target.reached || !measure.target?.value) return;
    if (!CLAIM.test(said.value) || DENIAL.test(said.value)) return;
    yield {
      span: said.span,
      message: say`This seems to say that the target was reached: ${code(measure.id)} was ${valueWords(target.at.value, measure.unit)} at ${code(target.at.point ?? "")}, and the target is ${valueWords(measure.target.value.value, measure.unit)}.`,
      help: say`Say both: what has changed, and how far it is from the target.`,
      related: [{ span: measure.target.value.span, message: say`This is the target.` }],
    };
  },
});

const VERBS = "reached|met|hit|beaten|beat|exceeded|achieved|surpassed|passed";
const CLAIM = new RegExp(`\\btargets?\\b[^.;]*\\b(${VERBS})\\b|\\b(${VERBS})\\b[^.;]*\\btargets?\\b`, "i");
const DENIAL = /\b(not|never|nearly|almost|short|missed|misses|without|hardly|un\w+)\b|n't\b/i;
