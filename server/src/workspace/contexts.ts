import type { Context } from "./context.ts";
import type { Shelf } from "./shelf.ts";

/** Most contexts that are kept. One holds all that was computed of its document: some sixteen times what its text takes. */
const MOST = 200;

/** The latest contexts of the files that were asked for last. What is not kept is made again. */
export class Contexts {
  readonly #kept = new Map<string, Context>();
  readonly #shelf: Shelf | undefined;

  /** `shelf`: where the content of files is kept that contexts are of. */
  constructor(shelf?: Shelf) {
    this.#shelf = shelf;
  }

  get(uri: string): Context | undefined {
    return this.#kept.get(uri);
  }

  set(uri: string, context: Context): void {
    this.#shelf?.touch(context.source);
    this.#kept.delete(uri);
    this.#kept.set(uri, context);
    if (this.#kept.size <= MOST) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(uri: string): void {
    this.#kept.delete(uri);
  }

  /** Lets go of a context and of the content of its file. */
  leave(uri: string): void {
    const context = this.#kept.get(uri);
    this.#kept.delete(uri);
    if (context) this.#shelf?.leave(context.source);
  }
}
