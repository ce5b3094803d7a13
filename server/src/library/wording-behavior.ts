import { byFirstWord, head, holding, type TextPattern } from "./text-pattern.ts";
import { END, fromVerb, isSpecific, NOUN_END, plain, upTo, verb } from "./wording.ts";
import { hiddenWordsIn } from "./wording-vague.ts";

/** The words of a behavior that name an attitude, a trait or a wish instead of something that others can see. */
export function traitIn(text: string): string | undefined {
  const phrase = fromVerb(text);
  for (const [pattern, unless] of traits(phrase)) {
    const words = pattern.exec(phrase)?.[0].trim();
    if (words && !unless?.(phrase)) return words;
  }
  return hiddenWordsIn(text);
}

/** The words of a behavior that name taking part in the training instead of something done at work afterward. */
export function takingPartIn(text: string): string | undefined {
  return TAKING_PART.exec(fromVerb(text))?.[0].trim();
}

/** Whether the sentence says on which occasion it is done. */
export function namesOccasion(text: string): boolean {
  return OCCASION.test(plain(text));
}

/** Whether people say of themselves that they do it. */
export function isSelfReport(text: string): boolean {
  const phrase = plain(text);
  return SELF_REPORT.some((pattern) => pattern.test(phrase));
}

/** Whether someone or something else than the person is looked at: colleagues, a record, a recording. */
export function hasOtherEyes(text: string): boolean {
  return /\b(?:peers?|colleagues?|each other|one another|buddy|buddies|pairs?|partner|logs?|reports?|recordings?|recorded|systems?|photos?|data|tickets?|crm|audits?|samples?|videos?|sensors?|counts?)\b/.test(
    plain(text),
  );
}

/** Whether those who confirm are those who do it. */
export function isThemselves(text: string): boolean {
  return /^(?:the |our |all )?(?:participants?|learners?|trainees?|attendees?|students?|graduates?|self|themselves|they themselves|each (?:participant|learner|trainee)|everyone (?:for )?(?:himself|herself|themselves)|(?:the )?\w+ (?:himself|herself|themselves))$/.test(
    plain(text),
  );
}

const ADJECTIVE = [
  "proactive|professional|empathetic|empathic|accountable|positive|flexible|adaptable|agile|innovative|creative|resilient",
  "open|open-minded|honest|motivated|committed|engaged|passionate|enthusiastic|strategic|collaborative|inclusive|supportive",
  "respectful|helpful|attentive|reliable|responsible|vigilant|careful|diligent|friendly|polite|courteous|approachable|curious",
  "patient|assertive|decisive|self-aware|authentic|trustworthy|dedicated|focused|organized|disciplined|transparent",
  "effective|efficient|productive|entrepreneurial|compassionate|considerate|customer oriented|a team player|team players|(?:good |great |positive )?role models?|effective communicator",
  "[a-z]+-(?:centric|centered|focused|oriented|minded|driven|conscious|aware)",
].join("|");

const TRAIT_NOUN = [
  "empathy|leadership|ownership|integrity|professionalism|commitment|attitudes?|mindset|enthusiasm|passion|initiative",
  "teamwork|accountability|respect|confidence|motivation|loyalty|focus|orientation|curiosity|resilience|flexibility|honesty",
  "courage|patience|compassion|mentality|spirit|presence|dedication|drive|urgency|diligence|sensitivity|interest|openness",
  "responsibility|excellence|trust|rapport|relationships|values|work ethic|customer care|positivity|agility|creativity",
].join("|");

const MANNER = [
  "effectively|professionally|proactively|strategically|respectfully|safely|responsibly|well|better|openly|empathetically",
  "efficiently|positively|ethically|creatively|constructively|actively|honestly|collaboratively|appropriately|confidently",
  "more (?:effectively|efficiently|closely|safely|openly|proactively|strategically|carefully|confidently)",
].join("|");

const TRAITS: readonly (readonly [TextPattern, ((phrase: string) => boolean)?])[] = [
  [
    head(
      `(?:be|is|are|becomes?|stays?|remains?|acts? as) (?:(?:more|very|fully|truly|genuinely|highly|consistently|always|a|an) )*(?:${ADJECTIVE})${END}(?! (?:day|shift)\\b)(?! (?:to|on|at|in) (?:the|every|each) (?:desk|counter|door|gate|site))`,
    ),
  ],
  [head(`(?:is|are|be) (?:more|better) [a-z-]+`)],
  [
    head(
      `${verb("show demonstrate display exhibit have possess maintain keep bring adopt develop project convey exude foster build embody model radiate express")} ${upTo(4)}(?:${TRAIT_NOUN})${NOUN_END}`,
      "empathy leadership ownership integrity professionalism commitment attitude mindset enthusiasm passion initiative teamwork accountability respect confidence motivation loyalty focus orientation curiosity resilience flexibility honesty courage patience mentality spirit presence dedication drive urgency diligence sensitivity interest openness responsibility excellence trust rapport relationships values ethic care positivity agility creativity",
    ),
    isSpecific,
  ],
  [
    head(
      `${verb("take")} (?:more |full |greater |personal |real )*(?:ownership|responsibility|pride|initiative|accountability)(?=$|[,.;]| (?:for|of|in) (?:their|his|her|the|own)? ?(?:own |customer )?(?:problems|issues|work|results|outcomes|performance|actions|role|quality|development|decisions|customer experience|team)\\b| (?:when|and|at work)\\b)`,
    ),
    isSpecific,
  ],
  [
    head(
      `${verb("act behave communicate collaborate work listen lead engage interact perform operate cooperate respond deal cope")} (?:(?:more|very|always) )?(?:${MANNER})(?! within)(?=$|[,.;]| (?:and|with|in|at|across|toward|towards|to|as|under|when|together)\\b)`,
    ),
    isSpecific,
  ],
  [
    head(
      `${verb("treat")} (?:\\w+ ){1,3}(?:with )?(?:respect|dignity|care|courtesy|kindness|fairly|respectfully|equally|well)${NOUN_END}`,
    ),
    isSpecific,
  ],
  [
    head(
      `${verb("handle manage solve address approach resolve organize use")} (?:(?!by\\b)[\\w'-]+ ){1,3}(?:effectively|efficiently|well|professionally|appropriately|better|properly)$`,
    ),
    isSpecific,
  ],
  [
    head(`${verb("prioritize prioritise")} (?:the )?(?:safety|quality|customers?|people|results|wellbeing)${NOUN_END}`),
    isSpecific,
  ],
  [head(`${verb("go")} the extra mile`)],
  [head(`${verb("put")} (?:the )?(?:customers?|patients?|safety|quality|people|clients?|guests?) first`)],
  [head(`${verb("live embody")} (?:by )?(?:our|the|company) (?:\\w+ )?(?:values?|brand|mission|vision)`)],
  [
    head(
      `${verb("think")} (?:strategically|critically|creatively|positively|ahead|big|outside|like|more|differently|commercially)\\b`,
    ),
  ],
  [head(`${verb("lead")} by example|${verb("walk")} the talk|${verb("buy")} into`)],
  [
    head(
      `${verb("strive aspire")}\\b|${verb("try")} (?:hard |harder |their best |his best |her best )?to\\b|${verb("aim seek want")} to (?:be|improve|understand|provide|deliver)\\b`,
    ),
  ],
  [head(`${verb("take")} (?:\\w+ ){1,2}(?:more )?seriously`)],
  [head(`${verb("care")} (?:deeply |more |genuinely )?about`)],
  [
    head(`${verb("commit")} (?:himself|herself|themselves)? ?to (?:quality|safety|excellence|the|our|continuous)`),
    isSpecific,
  ],
  [
    head(
      `${verb("focus")} (?:more )?on (?:the )?(?:customers?|quality|safety|results|value|excellence|people|service|solutions|details?)${NOUN_END}`,
    ),
    isSpecific,
  ],
  [
    head(
      `${verb("support promote")} (?:the |our |a )?(?:\\w+ )?(?:culture|change|vision|strategy|mission|values|transformation|diversity)${NOUN_END}`,
    ),
    isSpecific,
  ],
  [head(`${verb("keep")} (?:the )?\\w+ (?:top of mind|in mind)`)],
  [head(`${verb("make")} (?:the )?\\w+ (?:a|the|their|his|her|his or her) (?:top |first )?priority`)],
  [
    head(
      `${verb("pay")} (?:more |close |closer |special )?attention to (?:quality|details?|safety|the customer|customers)${NOUN_END}`,
    ),
    isSpecific,
  ],
  [
    head(
      `${verb("have")} (?:a |an )?(?:\\w+ ){0,3}(?:attitude|mindset|sense|passion|willingness|desire|work ethic|personality)\\b`,
    ),
  ],
  [
    head(
      `${verb("respect trust love like")} (?:the )?(?:others|colleagues|customers|patients|diversity|people|differences|each|their|our|values)\\b`,
    ),
    isSpecific,
  ],
];

const traits = byFirstWord(TRAITS);

const TAKING_PART = head(
  `${verb("complete attend finish take join watch pass")} ${upTo(6)}(?:course|courses|training|trainings|module|modules|workshop|workshops|webinar|webinars|e-?learning|e-?learnings|seminar|onboarding|certification|learning path|boot ?camp|academy|tutorial|tutorials)(?=$|[,.;]| (?:in|on|for|about|by|before|within|and|every|each|per|a|with|at|during)\\b)|(?:${verb("participate enroll register")} (?:actively )?|${verb("take")} part )(?:in|for) ${upTo(6)}(?:course|training|workshop|webinar|e-?learning|seminar|program|sessions?)(?=$|[,.;]| (?:in|on|for|about|by|before|within|and)\\b)|${verb("sign")} up for ${upTo(5)}(?:course|training|workshop|webinar)\\b|${verb("complete finish")} ${upTo(3)}(?:training|learning) (?:hours|requirements|session|sessions|program|curriculum|assignments)\\b`,
  "course training module workshop webinar learning seminar onboarding certification boot academy tutorial program session",
);

const OCCASION =
  /\b(?:every|each|per|before|after|when|whenever|while|during|until|once|twice|daily|weekly|monthly|hourly|always|never|within|if|unless|upon|as soon as|at the (?:start|end|beginning|first|next|latest)|in the first|at least (?:once|twice)|on (?:arrival|mon|tues|wednes|thurs|fri)\w*|first thing)\b/;

const SELF_REPORT: readonly TextPattern[] = [
  holding("self", /\bself[- ]?(?:report|assess|rat(?:ing|e)|evaluat|check|declar|survey|score|certif)/),
  holding(
    "participant learner trainee attendee",
    /\b(?:participants?|learners?|trainees?|attendees?)(?:'s?)? (?:own )?(?:survey|questionnaire|feedback|opinion|reports?|answers?|say)/,
  ),
  holding(
    "participant learner trainee attendee",
    /\b(?:survey|questionnaire|feedback|poll|interviews?) (?:of|to|from|among|with|sent to) (?:the |all )?(?:participants?|learners?|trainees?|attendees?)\b/,
  ),
  holding(
    "participant learner trainee them",
    /\bask(?:s|ing)? (?:the )?(?:participants?|learners?|trainees?|them) (?:whether|if|how)\b/,
  ),
  holding(
    "sheet feedback survey evaluation",
    /^(?:smile sheet|happy sheet|feedback form|end-of-course survey|course evaluation)$/,
  ),
];
