/** Longest time of work in one piece, in milliseconds: what is asked meanwhile waits no longer. */
const PIECE = 10;

/** Lets waiting requests have their turn between pieces of long work. Runs in Node and in a Web Worker. */
export class Breath {
  #since = performance.now();
  #pause: Promise<void> | undefined;

  /** Resolves at once, or after those who wait when the piece has been long enough; work of several hands is one piece. */
  async taken(): Promise<void> {
    while (performance.now() - this.#since >= PIECE) {
      this.#pause ??= new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => {
        this.#since = performance.now();
        this.#pause = undefined;
      });
      await this.#pause;
    }
  }
}
