import { holding, type TextPattern } from "../../library/text-pattern.ts";
import type { Settings } from "../../workspace/settings.ts";

/**
 * Whether a text asks for training, or promises it, instead of saying what goes wrong or what the business wants: "Team
 * needs Excel training". Only what it says first counts, so a fact that training is named in is none. Knows English alone.
 */
export function isTrainingRequest(text: string, settings: Pick<Settings, "languages">): boolean {
  if (!settings.languages.includes("en")) return false;
  const [first = "", ...rest] = text.trim().split(CLAUSE_END);
  const isRequest = REQUESTS.some((pattern) => pattern.test(first.trim()));
  // A number later on is most often the fact that was asked for.
  return isRequest && !rest.some((clause) => /\d/.test(clause));
}

/** Whether a goal is to deliver or to complete training: "Train 500 people by June". Knows English alone. */
export function isTrainingActivity(text: string, settings: Pick<Settings, "languages">): boolean {
  if (!settings.languages.includes("en")) return false;
  const [first = ""] = text.trim().split(CLAUSE_END);
  return ACTIVITIES.some((pattern) => pattern.test(first.trim()));
}

const CLAUSE_END = /[.;:!?](?=\s|$)|,\s|\s[–—-]\s|\n|\b(?:because|since|although|though|while|whereas|unless)\b/i;

/** What follows decides: a training room, a course correction and a workshop visit are no training. */
const END = String.raw`(?=\s*$|\s*[)\]"'”’]|\s+(?:about|across|after|and|as|at|before|by|during|for|from|in|next|now|on|or|per|so|soon|that|this|to|with|within|which|who|would|will|available|again|every|each|program|programs|programme|programmes|sessions?|days?|package|offer|content|materials?)\b(?!\s*-))`;
const TRAINING = String.raw`(?:(?:\w+-)?trainings?|(?:training|learning|refresher|onboarding|e-?learning)\s+(?:courses?|modules?|workshops?|programs?|programmes?|sessions?)|courses?(?!\s+(?:of|correction))|workshops?|e-?learnings?|webinars?|seminars?|boot\s?camps?|upskilling|reskilling|(?:masterclass|curriculum|academy))`;
/** A few words that do not lead into another clause. */
const FEW = String.raw`(?:(?!(?:who|which|that|whose|after|before|until|since|between|during|from|than|days?|weeks?|months?|years?|hours?|minutes?|people|of the)\b)[\w'’&/+-]+\s+){0,6}?`;
const PEOPLE = String.raw`(?:(?:all|every|each|our|the|new|more|most|any)\s+)*(?:(?:\d[\d,.]*\s*%?|%)\s*(?:of\s+)?)?(?:(?:all|our|the|new)\s+)*(?:[\w-]+\s+){0,2}?(?:everyone|everybody|staff|employees?|people|managers?|agents?|teams?|workers?|leaders?|supervisors?|nurses?|reps?|representatives?|salespeople|sellers?|operators?|engineers?|technicians?|drivers?|developers?|colleagues?|associates?|hires|users?|learners?|participants?|personnel|workforce|organi[sz]ation|company)`;

const WANTS = `(?:needs?|needed|lacks?|lacked|lacking|requires?|required|wants?|wanted|requests?|requested|asks? for|asked for|deserves?|calls? for|misses|missing)`;

/** What every text has in which `TRAINING` is found. */
const TRAINING_HOLDS =
  "train course module workshop program session learning webinar seminar boot skilling masterclass curriculum academy";
const WANTS_HOLDS = "need lack require want request ask deserv call miss";

const ACTIVITIES: readonly TextPattern[] = [
  holding("train", String.raw`^(?:re-?)?train(?:ing)?\s+(?:up\s+)?${PEOPLE}\b`, "i"),
  holding("skill teach educate", String.raw`^(?:upskill|reskill|teach|educate)\s+${PEOPLE}\b`, "i"),
  holding(
    "train skill teach educate",
    String.raw`^(?:to\s+|we\s+(?:will|must|should|want to|need to|have to|plan to)\s+)(?:(?:re-?)?train|upskill|reskill|teach|educate)\s+${PEOPLE}\b`,
    "i",
  ),
  holding(
    [
      TRAINING_HOLDS,
      "deliver run roll launch hold provide offer conduct implement develop build create design organi complete finish attend introduce schedule give arrange set",
    ],
    String.raw`^(?:to\s+|we\s+(?:will|must|should|want to|need to|have to|plan to)\s+)?(?:deliver|run|roll\s+out|launch|hold|provide|offer|conduct|implement|develop|build|create|design|organi[sz]e|complete|finish|attend|introduce|schedule|give|arrange|set\s+up)\s+${FEW}${TRAINING}${END}`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "complete finish attend take pass get receive"],
    String.raw`^${PEOPLE}\s+(?:\w+\s+){0,3}?(?:(?:will|must|should|has to|have to|shall)\s+)?(?:complete|completes|completed|finish|finishes|attend|attends|attended|take|takes|pass|passes|get|gets|receive|receives|have completed|has completed|have attended|has attended)\s+${FEW}${TRAINING}${END}`,
    "i",
  ),
  holding(
    ["get have", "trained certified through"],
    String.raw`^(?:get|have)\s+${PEOPLE}\s+(?:\w+\s+){0,4}?(?:trained|certified|through\s+${FEW}${TRAINING}${END})`,
    "i",
  ),
  holding(
    "completion",
    String.raw`^(?:\d[\d.,]*\s*%|full|complete)\s+(?:training\s+completion|completion\s+of\s+${FEW}${TRAINING}${END})`,
    "i",
  ),
];

const REQUESTS: readonly TextPattern[] = [
  ...ACTIVITIES,
  holding([TRAINING_HOLDS, WANTS_HOLDS], String.raw`^${FEW}\b${WANTS}\s+${FEW}${TRAINING}${END}`, "i"),
  holding(
    "trained skilled",
    String.raw`^${FEW}\b(?:needs?|has|have|ought|requires?|wants?)\s+(?:everyone\s+|all\s+\w+\s+|\w+\s+)?(?:to\s+)?(?:be|get|become)\s+(?:better\s+|properly\s+|fully\s+)?(?:re-?)?(?:trained|upskilled|reskilled)\b`,
    "i",
  ),
  holding(
    "trained skilled",
    String.raw`^${FEW}\b(?:should|must)\s+(?:all\s+)?(?:be|get)\s+(?:better\s+|properly\s+|fully\s+)?(?:re-?)?(?:trained|upskilled|reskilled)\b`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "lack absence shortage need"],
    String.raw`^(?:there\s+is\s+|we\s+see\s+|a\s+)?(?:a\s+)?(?:lack|absence|shortage|need)\s+(?:of|for)\s+${FEW}${TRAINING}${END}`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "no little insufficient never"],
    String.raw`^(?:there\s+is|there\s+are|we\s+have|${PEOPLE}\s+(?:\w+\s+){0,2}?ha(?:s|ve|d))\s+(?:no|not\s+enough|too\s+little|insufficient|never\s+had|not\s+had|had\s+no)\s+${FEW}${TRAINING}${END}`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "no little insufficient inadequate"],
    String.raw`^(?:no|not\s+enough|too\s+little|insufficient|inadequate)\s+${FEW}${TRAINING}${END}`,
    "i",
  ),
  holding(
    "trained",
    String.raw`^${PEOPLE}\s+(?:\w+\s+){0,2}?(?:ha(?:s|ve)|were|was|are|is)\s+(?:not|never)\s+(?:yet\s+|been\s+)*trained\b`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "needed required missing necessary"],
    String.raw`^(?:an?\s+|more\s+)?${FEW}${TRAINING}\s+${FEW}(?:is|are)\s+(?:urgently\s+|also\s+)?(?:needed|required|missing|necessary)\b`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "have get receive offer", "not n't n’t"],
    String.raw`^${FEW}\b(?:do|does|did)(?:n[’']t|\s+not)\s+(?:have|get|receive|offer)\s+${FEW}${TRAINING}${END}`,
    "i",
  ),
  holding(
    ["training", "insufficient inadequate poor little"],
    String.raw`^(?:insufficient|inadequate|poor|too\s+little)\s+training\s+of\b`,
    "i",
  ),
  holding(
    ["people", TRAINING_HOLDS, WANTS_HOLDS],
    String.raw`^(?:our\s+|the\s+)?people\s+${WANTS}\s+${FEW}${TRAINING}${END}`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "exist available offered given"],
    String.raw`^no\s+${FEW}${TRAINING}\s+(?:exists?|is\s+(?:available|offered|given)|was\s+(?:available|offered|given))\b`,
    "i",
  ),
  holding(
    [TRAINING_HOLDS, "old outdated date obsolete"],
    String.raw`^(?:the|our)\s+(?:current\s+|existing\s+)?${FEW}${TRAINING}(?:\s+(?:library|catalog|offer))?\s+(?:is|are)\s+(?:too\s+old|outdated|out\s+of\s+date|obsolete)\b`,
    "i",
  ),
  holding(
    [WANTS_HOLDS, "development refresher opportunities"],
    String.raw`^${FEW}\b${WANTS}\s+${FEW}(?:development\s+programs?|professional\s+development|refresher|learning\s+opportunities)${END}`,
    "i",
  ),
  holding(
    ["lack", "development opportunities"],
    String.raw`^(?:there\s+is\s+)?a\s+lack\s+of\s+${FEW}(?:professional\s+development|learning\s+opportunities)${END}`,
    "i",
  ),
  holding(
    "trained",
    String.raw`^${PEOPLE}\s+(?:is|are|was|were)\s+(?:un|under|insufficiently\s+|poorly\s+|badly\s+)trained\b`,
    "i",
  ),
  holding(["without", TRAINING_HOLDS], String.raw`^without\s+${FEW}${TRAINING}\b`, "i"),
];
