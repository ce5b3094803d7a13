import type { Context } from "./context.ts";

/** Most contexts that are kept. One holds all that was computed of its document: some ten times what its text takes. */
const MOST = 200;

/** The latest contexts of the files that were asked for last. What is not kept is made again. */
export class Contexts {
  readonly #kept = new Map<string, Context>();

  get(uri: string): Context | undefined {
    return this.#kept.get(uri);
  }

  set(uri: string, context: Context): void {
    this.#kept.delete(uri);
    this.#kept.set(uri, context);
    if (this.#kept.size <= MOST) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(uri: string): void {
    this.#kept.delete(uri);
  }
}
