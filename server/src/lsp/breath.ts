/** Longest time of work in one piece, in milliseconds: what is asked meanwhile waits no longer. */
const PIECE = 10;

/** Lets waiting requests have their turn between pieces of long work. Runs in Node and in a Web Worker. */
export class Breath {
  #since = performance.now();

  /** Resolves at once, or after those who wait when the piece has been long enough. */
  async taken(): Promise<void> {
    if (performance.now() - this.#since < PIECE) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.#since = performance.now();
  }
}
