import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const vagueDecision = defineRule({
  id: "vague-decision",
  family: "decisions",
  severity: "hint",
  kind: "conflict",
  summary: "What is to be done if a decision fires seems to say nothing that one could see done.",
  decidedBy: "wording",
  on: "decision",
  *check({ id, then }, context) {
    if (!then || !context.settings.languages.includes("en")) return;
    const match = HEDGES.exec(then.value) ?? (EMPTY.test(then.value.trim()) ? [then.value.trim()] : undefined);
    if (!match) return;
    yield {
      span: then.span,
      message: say`What ${code(id)} leads to, ${code(match[0])}, cannot be seen done.`,
      help: say`Say what stops, starts or changes, for whom: ${code("Stop new cohorts, rework the lab with team leads")}.`,
    };
  },
});

/** Words that leave it open whether anything is done. */
const HEDGES = /\b(?:if|as|where|when) (?:needed|necessary|required|appropriate|possible)\b/i;

/** A whole action that is none. */
const EMPTY =
  /^(?:review|discuss|consider|evaluate|reassess|re-assess|revisit|monitor|watch|decide|act|take action|take (?:appropriate|corrective) action|follow up|look into it|think about it|tbd)(?: (?:it|this|again|further|the (?:results?|numbers?|data|situation|program|next steps)|next steps|results?|options?|with (?:stakeholders|management|leadership)))*\.?$/i;
