import { byFirstWord, head, holding, type TextPattern } from "./text-pattern.ts";
import { END, fromVerb, goesOn, isSpecific, NOUN_END, upTo, verb } from "./wording.ts";

/** The words at the head of an objective that name nothing that can be seen, with the codes of those who say so. */
export interface VagueWords {
  readonly words: string;
  readonly sources: readonly string[];
}

/** What makes the performance of an objective invisible; undefined where it can be seen, or where that is not sure. */
export function vagueWordsIn(text: string): VagueWords | undefined {
  const phrase = fromVerb(text);
  for (const [pattern, unless] of vague(phrase)) {
    const words = pattern.exec(phrase)?.[0].trim();
    if (words && !unless?.(phrase)) return { words, sources: sourcesOf(words) };
  }
  return undefined;
}

/** What makes a behavior invisible among the words that make an objective so; learning and studying can be seen at work. */
export function hiddenWordsIn(text: string): string | undefined {
  const words = vagueWordsIn(text)?.words;
  return words !== undefined && /^(?:study|studies|learn|learns)\b/.test(words) ? undefined : words;
}

const NAMED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:know|understand)/, ["MAGER-W", "MAGER-E"]],
  [/^(?:learn|stud(?:y|ies))/, ["MAGER-W"]],
  [/^(?:appreciate|grasp the significance of)/, ["MAGER-E"]],
];

function sourcesOf(words: string): readonly string[] {
  return NAMED.find(([pattern]) => pattern.test(words))?.[1] ?? [];
}

const MATTERS =
  "(?:the |their |our |its )?(?:\\w+ )?(?:importance|significance|values?|benefits?|relevance|meaning|big picture|impact)\\b";
const THEORY =
  "(?:the |our |your |some |key |basic |core |new )*(?:\\w+ )?(?:concepts?|basics|fundamentals|principles|ideas?|theory|theories|essentials|ins and outs|world|topics?|art)\\b";

const STATE = [
  "aware|unaware|familiar|comfortable|confident|conscious|mindful|acquainted|knowledgeable|well[- ]informed",
  "sensitive|sensitized|competent|proficient|skilled|fluent|literate|conversant|savvy|empowered|motivated",
  "committed|exposed|versed|well[- ]versed|up to speed|inspired|convinced|interested|equipped",
].join("|");

const KNOWING = [
  "understanding|knowledge|awareness|appreciation|familiarity|insights?|comprehension|confidence|mindset",
  "competence|competency|competencies|proficiency|mastery|expertise|skills?|skill ?set|abilities|capability|capabilities",
  "sensitivity|know-how|attitudes?|foundation|grounding",
].join("|");

const OUTCOME = [
  "satisfaction|performance|productivity|communication|teamwork|collaboration|efficiency|effectiveness|quality|morale",
  "engagement|sales|service|experience|leadership|retention|churn|turnover|errors|complaints|absence|absenteeism|costs",
  "waste|downtime|safety|compliance|culture|results|relationships|trust|motivation|loyalty|innovation|wellbeing|well-being",
  "time management|decision[- ]making|problem[- ]solving|accidents|incidents|injuries|risk|risks|revenue",
].join("|");

/** Each pattern with what makes it harmless. */
const VAGUE: readonly (readonly [TextPattern, ((phrase: string) => boolean)?])[] = [
  [head(`${verb("know")}${END}(?! your[ -]customer)(?: how to| about| that| what| where| when| why| who)?`)],
  [head(`${verb("understand learn comprehend")}${END}(?: how to| how| about| to| that| what| why)?`)],
  [head(`${verb("appreciate internalize internalise")}${END}`)],
  [head(`${verb("study")}${END}`), goesOn],
  [
    head(
      "(?:understanding|knowing|learning|appreciating|comprehending) (?:the|a|an|how|what|why|when|about|of|our|your|their|that|to)\\b",
    ),
  ],
  [head(`${verb("grasp")} (?:${MATTERS}|${THEORY}|how|why|what|that)`)],
  [head(`${verb("realize realise")} (?:that|how|why|what|${MATTERS})`)],
  [head(`${verb("see recognize recognise acknowledge reflect")} (?:on )?${MATTERS}`), isSpecific],
  [head(`${verb("explore discover")} (?:${MATTERS}|${THEORY}|how|what|why|ways|different|new)`)],
  [
    head(`${verb("think")} (?:about|critically|strategically|creatively|like|outside|differently|positively|of)\\b`),
    goesOn,
  ],
  [head(`${verb("consider")} ${MATTERS}`)],
  [head("(?:have|has) (?:learned|learnt|understood|gained|acquired|developed)\\b")],
  [head(`understanding (?:\\w+ ){0,2}(?:principles|basics|concepts|fundamentals|theory|terms)${NOUN_END}`)],
  [holding("familiari", "^(?:familiari[sz]es? (?:themselves|yourself|oneself|himself|herself)\\b)")],
  [head(`${verb("keep")} (?:the )?\\w+ (?:top of mind|in mind)`)],
  [head(`${verb("believe embrace enjoy")}${END}(?: in)?`)],
  [head(`${verb("value")} (?:diversity|teamwork|differences|inclusion|each|others|${MATTERS})`)],
  [head(`${verb("identify")} with (?:our|the|their) (?:\\w+ )?(?:values?|company|brand|mission|vision|team)`)],
  [
    head(
      `${verb("master")} (?:the |our |your |their )?(?:new )?(?:${THEORY}|skills?|techniques?|systems?|software|tools?)`,
    ),
  ],
  [
    head(
      `(?:be|being|become|becomes|becoming|is|are|feel|feels|stay|remain) (?:(?:more|fully|very|well|better|quite|made|\\w+ly) )*(?:${STATE})${END}(?: with| of| about| in| to)?`,
    ),
  ],
  [head("(?:get|gets|getting) (?:(?:more|fully|better|to) )*(?:familiar|comfortable|acquainted|up to speed|know)\\b")],
  [head("(?:feel|feels) (?:more )?(?:ready|prepared|able|responsible|accountable|safe|valued|good|supported)\\b")],
  [
    head(
      "(?:be|become|becomes|is|are) (?:good|great|better|excellent|strong|successful|effective|efficient) (?:at|in|with)\\b",
    ),
  ],
  [
    head(
      "(?:be|become|becomes|is|are) (?:an? )?(?:more|better|great|good|strong|stronger|effective|excellent|true|successful) (?:and \\w+ )?[a-z-]+",
    ),
  ],
  [
    head(
      `${verb("have gain get acquire develop build obtain possess increase improve deepen raise enhance strengthen broaden expand demonstrate show display exhibit achieve attain cultivate foster refine sharpen hone boost")} ${upTo(4)}(?:${KNOWING})${NOUN_END}`,
      "understanding knowledge awareness appreciation familiarity insight comprehension confidence mindset competenc proficiency mastery expertise skill abilities capabilit sensitivity know-how attitude foundation grounding",
    ),
    isSpecific,
  ],
  [
    head(
      "(?:have|has|gain|gains|get|gets|acquire|develop|develops|obtain) (?:an?|some|the) (?:\\w+ ){0,2}(?:overview|idea|sense|feel|grasp|picture|impression|feeling) (?:of|for|on|about|how|what)",
    ),
  ],
  [
    head(
      `${verb("demonstrate show prove ensure confirm")} (?:that )?(?:they|you|he or she|learners|participants) (?:\\w+ly )?(?:understand|know|appreciate|grasp|comprehend|are aware|are familiar|have understood)`,
    ),
  ],
  [
    head(
      `${verb("improve enhance increase reduce strengthen maximize maximise optimize optimise boost minimize lower raise promote foster drive grow ensure")} ${upTo(3)}(?:${OUTCOME})${NOUN_END}`,
      "satisfaction performance productivity communication teamwork collaboration efficiency effectiveness quality morale engagement sales service experience leadership retention churn turnover error complaint absen cost waste downtime safety compliance culture result relationship trust motivation loyalty innovation well time decision problem accident incident injuries risk revenue",
    ),
    isSpecific,
  ],
  [
    holding(
      "knowledge understanding awareness appreciation familiarity comprehension",
      `^(?:(?:a |an |the |some )?(?:(?:good|basic|better|deep|deeper|solid|clear|sound|working|general|thorough|strong|full|detailed) )*(?:knowledge|understanding|awareness|appreciation|familiarity|comprehension) (?:of|about|with|for|how|that|in)\\b)`,
    ),
  ],
];

const vague = byFirstWord(VAGUE);
