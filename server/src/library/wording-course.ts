import { lazy } from "../base/lazy.ts";
import { head, holding, type TextPattern } from "./text-pattern.ts";
import { bloomLevels, bloomVerbs } from "./verbs.ts";
import { fromVerb, goesOn, NOUN_END, plain, upTo, verb } from "./wording.ts";

/** The words of an objective that say what the course does, or what it is about, instead of what people can do after it. */
export function courseWordsIn(text: string): string | undefined {
  const whole = plain(text);
  const phrase = fromVerb(text);
  const texts = whole === phrase ? [whole] : [whole, phrase];
  for (const [pattern, unless] of COURSE) {
    for (const each of texts) {
      const words = pattern.exec(each)?.[0].trim();
      if (words && !unless?.(each)) return words;
    }
  }
  return undefined;
}

/** The condition of an objective is the course itself. */
export function isCourse(text: string): boolean {
  return COURSE_AS_CONDITION.test(plain(text).replace(/[.!]$/, ""));
}

/** A standard that cannot be checked: "correctly", "to a high standard". */
export function isVagueStandard(text: string): boolean {
  return VAGUE_STANDARD.test(plain(text).replace(/[.!]$/, ""));
}

/** How many things an objective asks for, one after the other: "identify, resolve and log" asks for three. */
export function performancesIn(text: string): readonly string[] {
  const phrase = fromVerb(text);
  const first = headVerbs(phrase);
  if (first.length === 0) return [];
  const rest = phrase.slice(first.join(" ").length).split(SUBORDINATE)[0] ?? "";
  const more: string[] = [];
  for (const [, candidate = ""] of rest.matchAll(FURTHER)) if (verbs().has(candidate)) more.push(candidate);
  return [...first, ...more.filter((each) => !first.includes(each))];
}

/** The verbs that an objective begins with: both of "choose and ask two questions". */
export function headVerbs(phrase: string): readonly string[] {
  const list = /^[a-z-]+(?:(?:,? (?:and then|and|or|then) |, | ?\/ ?)[a-z-]+)*/.exec(phrase)?.[0] ?? "";
  const found: string[] = [];
  for (const word of list.split(/,? (?:and then|and|or|then) |, | ?\/ ?/)) {
    if (!verbs().has(word)) break;
    found.push(word);
  }
  return found;
}

const LEARNERS =
  "(?:the |all |our |new |your |these )*(?:\\w+ )?(?:learners?|participants?|trainees?|attendees?|delegates?|audience)";
const STAFF =
  "(?:the |all |our |new |your )*(?:\\w+ )?(?:employees|staff|managers|leaders|teams|agents|workers|everyone|team members|new hires|supervisors|salespeople|reps|nurses|users|people|students)";
const MATERIAL =
  "(?:the |some |all |new |key |basic )*(?:\\w+ )?(?:basics|fundamentals|essentials|foundations|topics?|principles|slides|course material|materials?|content|modules?|curriculum|theory|key points|ins and outs|concepts)";
const EVENT =
  "(?:(?:course|training|module|workshop|webinar|e-?learning|tutorial|presentation|lecture|lesson|seminar)s?|slides|slide deck)";

const COURSE: readonly (readonly [TextPattern, ((phrase: string) => boolean)?])[] = [
  [
    holding(
      "aim purpose goal objective intention",
      "^(?:(?:the |our )?(?:aim|purpose|goal|objective|intention) of (?:this|the|our) (?:[\\w-]+ )?(?:course|training|module|workshop|session|lesson|webinar|program|programme|e-?learning)\\b)",
    ),
  ],
  [head(`${verb("give")} (?:an? )?(?:\\w+ ){0,2}introduction (?:to|into)\\b`), hasRecipient],
  [head("train (?:the |all |our )?(?:employees|staff|managers|users|agents|workers) (?:in|on)\\b")],
  [
    holding(
      "course training module workshop session lesson webinar class learning",
      "^(?:(?:in|during|through|throughout) (?:this|the|our) (?:[\\w-]+ )?(?:course|training|module|workshop|session|lesson|webinar|class|e-?learning),? (?:we|you|they|learners|participants|the trainer|the instructor)\\b)",
    ),
  ],
  [
    holding(
      "course training module workshop session lesson program class learning webinar curriculum",
      `^(?:(?:this|the|our) (?:[\\w-]+ )?(?:course|training|module|workshop|session|lesson|program|programme|class|e-?learning|webinar|curriculum) (?:will |also |then )*(?:is|covers?|teach|provid|introduc|gives?|explain|shows?|present|offer|aims?|helps?|equip|prepar|enabl|discuss|address|focus|includ|explor|describ|review|outlin|deliver|examin|be))`,
    ),
  ],
  [
    head(
      `${verb("provide offer deliver present")} (?:(?:${LEARNERS}|${STAFF}) (?:with )?)?(?:an? |the |some )?(?:\\w+ ){0,2}(?:overview|introduction|understanding|foundation|grounding|background|insight|insights|awareness|knowledge) (?:of|to|into|on|in|about|for)\\b`,
    ),
    hasRecipient,
  ],
  [
    head(
      `${verb("provide give equip")} (?:${LEARNERS}|${STAFF}) (?:with )?(?:an? |the |some |all )?(?:\\w+ ){0,2}(?:overview|introduction|understanding|foundation|insights?|awareness|knowledge|skills?|tools?|techniques?|information|confidence|background|chance|opportunity)\\b`,
    ),
  ],
  [
    head(
      `${verb("introduce familiarize familiarise acquaint expose")} (?:${LEARNERS}|${STAFF}) (?:to|with)\\b(?! (?:each other|one another))`,
    ),
  ],
  [
    head(
      `${verb("teach train educate sensitize inform enable empower help prepare motivate encourage inspire engage make show")} ${LEARNERS}\\b(?! (?:divide|to each other))`,
    ),
  ],
  [
    head(
      `${verb("educate sensitize familiarize")} ${STAFF}\\b|${verb("make")} (?:${STAFF}) aware\\b|${verb("raise create build")} (?:\\w+ )?awareness (?:of|about|for|around|among|on)\\b`,
    ),
  ],
  [
    head(
      `${verb("cover discuss address")} ${MATERIAL}${NOUN_END}|(?:go|goes|walk|run) (?:over|through) ${MATERIAL}${NOUN_END}|${verb("review")} (?:the )?(?:slides|course material|material|module|curriculum|content of the)\\b|${verb("review")} (?:the )?(?:(?:key|basic|main|core) )?(?:concepts|basics|fundamentals|key points|essentials|theory)${NOUN_END}`,
      "basic fundamental essential foundation topic principle slide material content module curriculum theory point ins concept",
    ),
    goesOn,
  ],
  [
    head(
      `(?:attend|complete|finish|sit through|participate in|take part in|join|enroll in|click through|go through|watch|view|listen to|read) ${upTo(5)}${EVENT}${NOUN_END}`,
      "course training module workshop webinar learning tutorial presentation lecture lesson seminar slide",
    ),
    goesOn,
  ],
  [head(`(?:watch|view) ${upTo(4)}(?:videos?|recording|clips?)${NOUN_END}`, "video recording clip"), goesOn],
  [
    head(
      `take ${upTo(4)}(?:course|training|module|workshop|class|e-?learning|webinar)${NOUN_END}`,
      "course training module workshop class learning webinar",
    ),
    goesOn,
  ],
  [
    holding(
      "overview intro basics fundamentals essentials foundations background exposure information training refresher update",
      "^(?:(?:a |an |the )?(?:brief |short |general |basic |quick |high-level |detailed )*(?:overview|introduction|intro|basics|fundamentals|essentials|foundations|background|exposure|information|training|refresher|update) (?:of|to|in|on|about|for|into|regarding)\\b)",
    ),
  ],
  [
    holding(
      "introduced taught shown given trained provided instructed guided walked familiarized briefed presented",
      /^(?:(?:the |all )?(?:learners|participants|trainees|attendees|staff|employees|agents|managers|nurses|you|they) )?(?:will |should )?(?:be|are) (?:introduced to|taught|shown|given|trained|provided with|instructed|guided through|walked through|familiarized with|briefed on|presented with)\b/,
    ),
  ],
  [
    holding(
      "receive",
      /^(?:(?:the |all )?(?:learners|participants|trainees|attendees|staff|employees|agents|managers|nurses|you|they) )?(?:will |should )?receives? (?:an? |the |some )?(?:\w+ ){0,2}(?:training|instruction|overview|information|introduction|guidance|briefing) (?:on|in|about|of|to|for)\b/,
    ),
  ],
];

/** "… an overview of the incident to the shift lead": someone at work gets it. */
function hasRecipient(phrase: string): boolean {
  return / to (?:the|a|an|their|your|his|her|every|each) (?!\w+ (?:policy|process|system|product|topic)\b)\w+/.test(
    phrase.replace(/introduction to (?:the|a|an|our)/, ""),
  );
}

const COURSE_AS_CONDITION = holding(
  "course training workshop learning webinar seminar lecture module",
  /^(?:(?:after|given|following|upon|on|having|completion of|attendance at|participation in|attending|completing|completed|attended|successful completion of)? ?)*(?:this|the|our|an?|all)? ?(?:[\w'-]+ ){0,4}?(?:course|training|workshop|e-?learning|webinar|seminar|lecture|(?:this|online|training|e-?learning|learning) module)(?: (?:on|in|about|for) .*| materials?)?$/,
);

const VAGUE_STANDARD = holding(
  "correct proper well success appropriate effective efficient adequate satisf accura confiden professional competen thorough good better acceptable right high excellent required needed expected necessary possible best standard level degree extent quality ease proficien expertise care timely suitable quick fast amount",
  /^(?:(?:done|performed|carried out|executed|handled|completed|be done|works?) )?(?:(?:very|more|quite|always|reasonably|sufficiently|fully) )?(?:correctly|properly|well|successfully|appropriately|effectively|efficiently|adequately|satisfactorily|accurately|confidently|professionally|competently|thoroughly|good|better|well enough|good enough|satisfactory|acceptable|adequate|appropriate|correct|right|high|excellent|as (?:required|needed|appropriate|expected|necessary|well as possible|best they can)|to (?:a|the|an) (?:(?:very )?(?:high|good|satisfactory|acceptable|required|expected|professional|appropriate|adequate|necessary|reasonable) )?(?:standard|level|degree|extent|quality)|(?:to |with )?(?:(?:full|great|more|good|high|sufficient|reasonable) )?(?:confidence|competence|ease|accuracy|satisfaction|proficiency|quality|success|expertise|care)|in (?:a|an) (?:\w+ )?(?:professional|appropriate|effective|timely|correct|proper|efficient|suitable) (?:manner|way|fashion)|quickly|fast|faster|in a timely (?:manner|way)|to (?:my|our|the|their) (?:\w+'s )?satisfaction(?: of .{1,30})?|(?:to |with )?an? (?:very )?(?:high|good|great|reasonable|sufficient|adequate|acceptable) (?:level|degree|standard|amount) of (?:accuracy|quality|confidence|competence|skill|care|precision|proficiency|success)|best practices?|according to best practices?)(?: (?:and|or) (?:correctly|properly|well|successfully|appropriately|effectively|efficiently|accurately|confidently|professionally|quickly|safely|on time))?$/,
);

/** What follows says more about the thing, and is nothing to do of its own. */
const SUBORDINATE =
  / (?:to|that|which|who|whose|whether|how|when|where|why|if|so|because|using|by|until|without|in order)\b/;

const FURTHER =
  /(?:, and then|, then|, and|;|,| and then| and| then) ([a-z-]+)(?= (?:the|a|an|their|its|his|her|it|them|each|every|all|any|both|this|that|these|those|one|two|three|four|five|\d+)\b)/g;

const MORE_VERBS =
  "read search press switch take serve bring hand put hold isolate lock tag clean start stop call notify print sign count place remove replace attach load unload pack mix pour cut wash dry wear stack move lift drive park save copy delete restore restart shut close open agree plan discuss recommend refer brief thank fold seal scan ship receive stock train coach mentor evaluate track reconcile negotiate communicate manage name sort rank greet pick weigh tighten loosen drain fill grease";

const verbs = lazy(() => new Set([...bloomLevels.flatMap((level) => bloomVerbs(level)), ...MORE_VERBS.split(" ")]));
