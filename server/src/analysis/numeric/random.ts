/**
 * A source of integers 0 … 2³² − 1 (sfc32, Chris Doty-Humphrey), started from a seed and a stream number. Integer
 * arithmetic only, so the same on every machine. Streams of one seed are unrelated for our purposes.
 */
export function integerSource(seed: number, stream: number): () => number {
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, stream | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 16; warm++) next();
  return next;
}

/** Uniform numbers strictly between 0 and 1, 32 bits each. */
export function uniformSource(seed: number, stream: number): () => number {
  const next = integerSource(seed, stream);
  return () => (next() + 0.5) / 2 ** 32;
}

/** Shuffles in place, every order equally likely up to 2⁻³² (Fisher–Yates). */
export function shuffle<T>(items: T[], next: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor((next() / 2 ** 32) * (i + 1));
    const [one, two] = [items[i], items[j]];
    if (one === undefined || two === undefined) continue;
    items[i] = two;
    items[j] = one;
  }
}
