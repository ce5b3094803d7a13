/**
 * The name that was most likely meant: within two typing slips (one in a word of up to four letters, a third of the
 * letters in a long one), or the same words in another order or form. Of equals the first in the list.
 */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const plain = normalize(written);
  for (const name of names) {
    const other = normalize(name);
    const distance = sameWords(plain, other) ? 0.5 : slips(plain, other, Math.min(bestDistance, allowance(plain)));
    if (distance < bestDistance && distance <= allowance(plain)) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function allowance(word: string): number {
  return word.length <= 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
}

function normalize(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s_.]+/g, "-")
    .replaceAll("behaviour", "behavior");
}

function sameWords(a: string, b: string): boolean {
  return a !== b && a.includes("-") && a.split("-").sort().join() === b.split("-").sort().join();
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); more than `limit` is infinite. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 80 || b.length > 80) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  const distance = previous[b.length] ?? Number.POSITIVE_INFINITY;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}
