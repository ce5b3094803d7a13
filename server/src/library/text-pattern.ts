import { lazy } from "../base/lazy.ts";
import { remembered } from "../base/remembered.ts";

/**
 * Patterns of wording that cost next to nothing until a text has a word of theirs. Making the matcher of one takes up to some
 * ten milliseconds, there are hundreds, and most texts have none of their words.
 */
export interface TextPattern {
  exec(text: string): RegExpExecArray | null;
  test(text: string): boolean;
  /** Whether a phrase with that first word may match; absent where any may. */
  mayBegin?(word: string): boolean;
}

/** Of a list of patterns, each with what belongs to it, those that may match a phrase for how it begins; in their order. */
export function byFirstWord<E extends readonly [TextPattern, ...unknown[]]>(
  list: readonly E[],
): (phrase: string) => readonly E[] {
  const left = remembered((word) => list.filter(([pattern]) => pattern.mayBegin?.(word) ?? true));
  return (phrase) => left(firstWord(phrase));
}

/**
 * A pattern of which no match is possible without one of `parts`, which are pieces of text in small letters, separated by
 * spaces; of several such lists, without one of each. Its source is looked at no earlier than in a text that holds them.
 */
export function holding(parts: string | readonly string[], source: string | RegExp, flags = ""): TextPattern {
  const lists = [parts].flat().map((list) => list.split(" "));
  const isFolded = (typeof source === "string" ? flags : source.flags).includes("i");
  return guarded(
    (text) => {
      const folded = isFolded ? text.toLowerCase() : text;
      return lists.every((list) => list.some((part) => folded.includes(part)));
    },
    () => (typeof source === "string" ? new RegExp(source, flags) : source),
  );
}

/**
 * A pattern for the head of a phrase in small letters. The words that the phrase may begin with are read off its source;
 * `parts` is what it cannot do without besides, as in `holding`.
 */
export function head(source: string, parts = ""): TextPattern {
  const list = parts.split(" ");
  const beginnings = lazy(() => beginningsOf(source));
  const mayBegin = (word: string): boolean => beginnings()(word);
  const pattern = guarded(
    (text) => mayBegin(firstWord(text)) && list.some((part) => text.includes(part)),
    () => new RegExp(`^(?:${source})`),
  );
  return { ...pattern, mayBegin };
}

function guarded(mayMatch: (text: string) => boolean, make: () => RegExp): TextPattern {
  let made: RegExp | undefined;
  const exec = (text: string): RegExpExecArray | null => {
    if (!mayMatch(text)) return null;
    made ??= make();
    return made.exec(text);
  };
  return { exec, test: (text) => exec(text) !== null };
}

function firstWord(text: string): string {
  let end = 0;
  while (end < text.length && isSmallLetter(text.charCodeAt(end))) end++;
  return text.slice(0, end);
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** `(?:know|knows) how|learn to`: know, knows and learn; any word where an alternative begins with anything but words. */
function beginningsOf(source: string): (word: string) => boolean {
  const words = new Set<string>();
  for (const alternative of alternativesOf(source)) {
    const [, group, single] = /^(?:\(\?:([a-z |?]+)\)|([a-z]+))(?= |\\b|\(\?!\[\\w-\]\))/.exec(alternative) ?? [];
    if (group === undefined && single === undefined) return () => true;
    for (const phrase of (group ?? single ?? "").split("|")) {
      const [word = ""] = phrase.split(" ");
      if (word.endsWith("?")) words.add(word.slice(0, -2));
      words.add(word.replace("?", ""));
    }
  }
  return (word) => words.has(word);
}

/** The source cut at the bars that stand in no bracket. */
function alternativesOf(source: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) {
      found.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, source.slice(start)];
}
