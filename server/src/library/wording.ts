import { remembered } from "../base/remembered.ts";
import { head, holding, type TextPattern } from "./text-pattern.ts";

/**
 * What the patterns of wording share. They look at the head of a phrase: what stands before its first verb is taken off,
 * and what follows is looked at only as far as it settles what the verb means.
 */

/** The forms of verbs as the head of a phrase has them: "apply|applies". */
export function verb(bases: string): string {
  return `(?:${bases.split(" ").flatMap(formsOf).join("|")})`;
}

function formsOf(base: string): readonly string[] {
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`];
  if (/(?:s|sh|ch|x|z|o)$/.test(base)) return [base, `${base}es`];
  return base === "have" ? ["have", "has"] : [base, `${base}s`];
}

/** Nothing follows in the same word. */
export const END = "(?![\\w-])";

/** A noun phrase ends here: the word before is its noun and no part of a compound. */
export const NOUN_END =
  "(?=$|[,.;:!?)]| (?:and|or|of|in|on|for|to|with|about|regarding|around|that|by|across|through|into|as|at|when|while|during|within|toward|towards|among|between|before|after|how|what|why|so|because|every|each|under|without|over|per)\\b)";

/** Up to `most` words that belong to the same noun phrase. */
export function upTo(most: number): string {
  return `(?:(?!(?:of|in|on|for|to|with|by|and|that|who|at|from|as)\\b)[\\w'’&/-]+,? ){0,${most}}?`;
}

/** The phrase in small letters with plain quotes and single spaces. */
export const plain = remembered((text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”„«•*\-–\d.)(]+/, "")
    .trim(),
);

/** The phrase from its first verb on: without "By the end of the course, learners will be able to" and the like. */
export const fromVerb = remembered((text) => {
  let rest = plain(text);
  for (let before = ""; before !== rest; ) {
    before = rest;
    for (const leadIn of LEAD_INS) {
      const length = leadIn.exec(rest)?.[0].length ?? 0;
      if (length < rest.length) rest = rest.slice(length);
    }
  }
  return rest;
});

const COURSE = "(?:course|training|module|session|workshop|program|programme|lesson|unit|class|e-?learning|webinar)";
const WHO =
  "(?:learners?|participants?|trainees?|students?|attendees?|delegates?|employees?|staff|team members?|new hires?|agents?|managers?|supervisors?|nurses?|you|they|everyone|people|users?|leaders?|candidates?)";

const LEAD_INS: readonly TextPattern[] = [
  head("(?:by|at) the end of [^,]{1,50}, "),
  head(`(?:by|at|upon|after|on|following|having)\\b[^,]*?\\b${COURSE}\\b[^,]*?,\\s*`),
  head(`(?:by|at|upon|after|on|following) (?:[\\w-]+ ){0,5}${COURSE} (?=(?:the |all |each )?${WHO}\\b)`),
  holding(
    "able expected",
    /^(?:[\w'-]+ ){0,6}?(?:will|should|must|shall|can|is|are) (?:then |now |also )?(?:be )?(?:able|expected) to\b:? /,
  ),
  holding("will should must shall can", `^(?:the |all |each |every |our |new )*${WHO} (?:will|should|must|shall|can) `),
  new RegExp(
    `^(?:the |all |each |every |our |new )*${WHO} (?=(?:know|understand|gain|learn|develop|acquire|have|has|are|is|feel|become)s? )`,
  ),
  /^(?:to|can|will|should|must|be able to|able to) /,
  holding(
    "ability",
    /^(?:demonstrate|show|have|has|develop|gain|acquire|possess|build|display|exhibit)s? (?:the |their |an )?ability to /,
  ),
  head("(?:be|is|are|become|becomes) capable of "),
  /^(?:better|always|never|also|then|simply|really|routinely|consciously) /,
  /^(?!(?:apply|reply|supply|comply|rely|multiply|rally|tally|imply|assembly|fly|family|only) )[a-z]{3,}ly(?: and [a-z]+ly)? (?=[a-z])/,
];

const COUNT = /\d|(?<![\w-])(?:two|three|four|five|six|seven|eight|nine|ten|half|once|twice|first)(?![\w-])/;

/** The phrase names something to count or says by what it is done, so that others can see it. */
export function isSpecific(phrase: string): boolean {
  return COUNT.test(phrase) || /\bby (?:[a-z]+ly )?[a-z]+ing\b/.test(phrase) || /["“]/.test(phrase);
}

/** Another thing to do follows: "read the slides and list …". */
export function goesOn(phrase: string): boolean {
  return /(?:,| and| then|;) (?:then |to )?(?:answer|list|name|state|write|mark|decide|identify|choose|select|explain|describe|sort|order|find|record|enter|note|solve|calculate|draw|label|point out|report|summarize|rate|compare|correct|draft|fill|sketch|set)\b/.test(
    phrase,
  );
}

/** The one of `words` that the phrase begins with, its verb in any of its forms. */
export function beginsWith(text: string, words: ReadonlySet<string>): string | undefined {
  const phrase = fromVerb(text);
  return [...words].find((word) => {
    const [first = "", ...rest] = plain(word).split(" ");
    return formsOf(first).some((form) =>
      new RegExp(`^${[form, ...rest].map(literal).join(" ")}${END}`, "u").test(phrase),
    );
  });
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
