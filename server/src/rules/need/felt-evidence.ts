import { say } from "../../base/message.ts";
import { holding } from "../../library/text-pattern.ts";
import { defineRule } from "../rule.ts";

export const feltEvidence = defineRule({
  id: "felt-evidence",
  family: "need",
  severity: "hint",
  kind: "conflict",
  summary: "The evidence for a cause sounds like a feeling.",
  decidedBy: "wording",
  on: "cause",
  *check({ evidence }, context) {
    if (!evidence || !context.settings.languages.includes("en")) return;
    const text = evidence.value.trim();
    // A number is most often that of the cases that were looked at.
    if (/\d/.test(text) || !FEELINGS.some((pattern) => pattern.test(text))) return;
    yield {
      span: evidence.span,
      message: say`This evidence sounds like an impression, not like something that was looked at.`,
      help: say`Look at some cases and write how many, where and when; ten calls that were listened to are evidence, what someone feels is the reason to listen.`,
    };
  },
});

const WHO = String.raw`(?:(?:the|our|my|most|some|many|all|several|team|line|sales|senior|area|store|shift)\s+)*(?:managers?|leaders?|leads?|supervisors?|we|i|everyone|everybody|people|sponsors?|directors?|trainers?|boss|executives?|stakeholders?|bosses|staff|management)`;
const SAYS = String.raw`(?:feels?|felt|thinks?|thought|believes?|believed|assumes?|assumed|suspects?|guess|guesses|knows?|(?:has|have)\s+(?:a|the)\s+(?:feeling|impression|hunch)|(?:is|are)\s+(?:sure|convinced|certain))`;

const FEELINGS = [
  holding(
    "feel felt think thought believe assume suspect guess know impression hunch sure convinced certain",
    String.raw`^${WHO}\s+(?:just\s+|all\s+|really\s+|strongly\s+)?${SAYS}\b`,
    "i",
  ),
  holding(
    "gut intuition hunch common impression assumption feeling guess hearsay anecdot opinion",
    String.raw`^(?:a\s+|the\s+|our\s+|my\s+|general\s+|pure\s+|just\s+)*(?:gut(?:\s+feelings?|\s+feel|\s+instinct)?|intuition|hunch|common\s+sense|impressions?|assumptions?|feelings?|guess(?:work)?|hearsay|anecdotes?|anecdotal(?:\s+evidence)?|opinions?)\b(?!\s+(?:survey|poll)s?\b)`,
    "i",
  ),
  holding(
    "obvious common known self clear",
    String.raw`^(?:it\s+is\s+|it's\s+|this\s+is\s+)?(?:obvious(?:ly)?|common\s+knowledge|well[\s-]known|widely\s+known|self-evident|clear\s+to\s+everyone)\b`,
    "i",
  ),
];
