import { code, say } from "../../base/message.ts";
import { holding } from "../../library/text-pattern.ts";
import { defineRule } from "../rule.ts";

export const anecdotalEvidence = defineRule({
  id: "anecdotal-evidence",
  family: "measurement",
  severity: "hint",
  kind: "conflict",
  summary: "A primary metric seems to be measured by stories alone.",
  decidedBy: "wording",
  on: "metric",
  *check({ id, metric }, context) {
    if (metric.role?.value !== "primary" || !context.settings.languages.includes("en")) return;
    const after = context.chain.measuring(id).filter(({ phase }) => phase?.value === "after");
    const [first] = after;
    if (!first?.how || !after.every(({ how }) => how !== undefined && STORIES.test(how.value.trim()))) return;
    yield {
      span: first.how.span,
      message: say`${code(id)} is a number, and ${code(first.how.value)} tells stories: nobody will be able to hold it against the baseline.`,
      help: say`Read the number from the report that the baseline came from; stories explain it and do not replace it.`,
    };
  },
});

/** The whole instrument, not a part of it. */
const STORIES = holding(
  "testimonial anecdote stories quotes mouth impression feedback feeling",
  /^(?:(?:learner|participant|customer|manager|leader|employee)s?'? )?(?:testimonials?|anecdotes|success stories|stories|quotes|word of mouth|general impressions?|impressions|informal feedback|feedback|gut feeling)(?: (?:from|of|by) [\w ]+)?$/i,
);
