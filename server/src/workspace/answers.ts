import type { Looks } from "./looks.ts";

/** An answer, and what it was computed from. */
interface Answer {
  readonly value: unknown;
  readonly looks: Looks;
  /** Something that was asked for it may have another answer now. */
  readonly isUnsure: boolean;
}

/** What has been computed of a document, with what it was computed from. */
export class Answers {
  readonly #known: Map<object, Answer>;

  constructor(known: ReadonlyMap<object, Answer> = new Map()) {
    this.#known = new Map(known);
  }

  /** What is known; `holds` says whether what was looked at besides is as it was. */
  get(of: object, holds: (looks: Looks) => boolean): Answer | undefined {
    const known = this.#known.get(of);
    if (!known?.isUnsure) return known;
    if (holds(known.looks)) this.set(of, known.value, known.looks);
    else this.#known.delete(of);
    return this.#known.get(of);
  }

  set(of: object, value: unknown, looks: Looks): void {
    this.#known.set(of, { value, looks, isUnsure: false });
  }

  /** What is left of it after a change of some facets. */
  after(changed: number): Answers {
    const left = new Map<object, Answer>();
    for (const [of, { value, looks, isUnsure }] of this.#known) {
      if ((looks.whole & changed) !== 0) continue;
      left.set(of, { value, looks, isUnsure: isUnsure || (looks.touched & changed) !== 0 });
    }
    return new Answers(left);
  }
}
