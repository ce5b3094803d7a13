import { lazy } from "../base/lazy.ts";
import { remembered } from "../base/remembered.ts";
import data from "./verbs.json" with { type: "json" };

/** Bloom's levels as revised, from the lowest up. */
export const bloomLevels = ["remember", "understand", "apply", "analyze", "evaluate", "create"] as const;
export type BloomLevel = (typeof bloomLevels)[number];

/** A verb that nobody can see being done, with the codes of those who say so (none: common practice). */
export interface VagueVerb {
  readonly verb: string;
  readonly sources: readonly string[];
}

/**
 * The levels at which the verb that begins `phrase` is commonly used, the lowest first; many verbs have several. The
 * lists are common practice, without a source. Empty for an unknown verb and for a language that has no lists.
 */
export function bloomLevelsOf(phrase: string, language = "en"): readonly BloomLevel[] {
  const verbs = lexicon(language);
  return (verbs && headOf(phrase, verbs, verbs.levels)) ?? [];
}

/** Observable verbs of one level in alphabetical order: suggestions by common practice, without a source. */
export function bloomVerbs(level: BloomLevel, language = "en"): readonly string[] {
  return lexicon(language)?.written.bloom[level] ?? [];
}

/** The vague verb that begins `phrase`. What follows the verb is never looked at, nor is a level name vague by itself. */
export function vagueVerb(phrase: string, language = "en"): VagueVerb | undefined {
  const verbs = lexicon(language);
  return verbs && headOf(phrase, verbs, verbs.vague);
}

/** Whether `phrase` begins with a vague verb; always false in a language that has no lists. */
export function isVague(phrase: string, language = "en"): boolean {
  return vagueVerb(phrase, language) !== undefined;
}

/** One language of `verbs.json`. */
interface WrittenVerbs {
  /** Phrase -> codes of its sources. */
  readonly vague: Readonly<Record<string, readonly string[]>>;
  readonly bloom: Readonly<Record<BloomLevel, readonly string[]>>;
  /** Other spellings and irregular forms -> the listed word. */
  readonly variants: Readonly<Record<string, string>>;
  /** Regular inflections, the longest ending first. */
  readonly endings: readonly { readonly ending: string; readonly base: string }[];
  /** What may stand before the verb. */
  readonly leadIns: readonly string[];
}

interface Lexicon {
  readonly written: WrittenVerbs;
  readonly vague: ReadonlyMap<string, VagueVerb>;
  readonly levels: ReadonlyMap<string, readonly BloomLevel[]>;
  /** The words of each. */
  readonly leadIns: readonly (readonly string[])[];
}

const lexicons = lazy(() => {
  const languages: Readonly<Record<string, WrittenVerbs>> = data;
  return new Map(Object.entries(languages).map(([language, written]) => [language, lexiconOf(written)]));
});

function lexicon(language: string): Lexicon | undefined {
  return lexicons().get(language);
}

function lexiconOf(written: WrittenVerbs): Lexicon {
  const listed = new Set(bloomLevels.flatMap((level) => written.bloom[level]));
  return {
    written,
    leadIns: written.leadIns.map((leadIn) => leadIn.split(" ")),
    vague: new Map(Object.entries(written.vague).map(([verb, sources]) => [verb, { verb, sources }])),
    levels: new Map(
      [...listed].map((verb) => [verb, bloomLevels.filter((level) => written.bloom[level].includes(verb))]),
    ),
  };
}

/** What `known` holds for the longest verb that `phrase` begins with, whatever its spelling and inflection. */
function headOf<T>(phrase: string, { written, leadIns }: Lexicon, known: ReadonlyMap<string, T>): T | undefined {
  const [first, ...rest] = withoutLeadIns(plainWords(phrase), leadIns);
  if (first === undefined) return undefined;
  const heads = baseForms(first, written);
  for (let length = Math.min(rest.length, 5); length >= 0; length--) {
    for (const head of heads) {
      const found = known.get([head, ...rest.slice(0, length)].join(" "));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Hyphens stay, so that "know-your-customer" is one word. */
const plainWords = remembered(
  (phrase): readonly string[] => phrase.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [],
);

function withoutLeadIns(words: readonly string[], leadIns: Lexicon["leadIns"]): readonly string[] {
  const before = leadIns.find(
    (leadIn) => leadIn.length < words.length && leadIn.every((word, index) => word === words[index]),
  );
  return before ? withoutLeadIns(words.slice(before.length), leadIns) : words;
}

function baseForms(word: string, { variants, endings }: WrittenVerbs): readonly string[] {
  const bases = endings
    .filter(({ ending }) => word.endsWith(ending) && word.length > ending.length + 1)
    .map(({ ending, base }) => word.slice(0, -ending.length) + base);
  return [word, ...bases].map((form) => (Object.hasOwn(variants, form) ? (variants[form] ?? form) : form));
}
