import { nearest } from "../base/nearest.ts";

const fillers = new Set(["a", "an", "and", "in", "of", "or", "per", "the", "to"]);

/** The words of a name that say something, in lower case. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !fillers.has(word));
}

/** The words with typing slips mended; one that begins a word of the vocabulary, or is like none, stays. */
export function mended(words: readonly string[], vocabulary: ReadonlySet<string>): readonly string[] {
  return words.map((word) => {
    if (word.length < 4 || [...vocabulary].some((known) => known.startsWith(word))) return word;
    return nearest(word, vocabulary) ?? word;
  });
}

/**
 * How well `phrase` answers `wanted`, from 0 (not at all) to 2 (the same words). Beginnings of words count, so that it
 * serves while one types, and so do plurals. Nothing is left when half of the wanted words are missing.
 */
export function similarity(wanted: readonly string[], phrase: readonly string[]): number {
  if (wanted.join() === phrase.join()) return 2;
  const found = wanted.reduce((sum, word) => sum + Math.max(0, ...phrase.map((other) => likeness(word, other))), 0);
  const covered = found / Math.max(1, wanted.length);
  return covered > 0.5 ? covered + Math.min(1, found / phrase.length) / 2 : 0;
}

function likeness(word: string, other: string): number {
  if (word === other) return 1;
  return other.startsWith(word) || (other.length > 3 && word.startsWith(other)) ? 0.9 : 0;
}
