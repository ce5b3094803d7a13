import { ALL_FACETS } from "./facet.ts";

/** An answer, and bits of the facets that it was computed from. */
interface Answer {
  readonly value: unknown;
  readonly touched: number;
}

/** What has been computed of a document, with what it was computed from. */
export class Answers {
  readonly #known: Map<object, Answer>;

  constructor(known: ReadonlyMap<object, Answer> = new Map()) {
    this.#known = new Map(known);
  }

  /** Computes something unless it is known. `looker` notes what the computation looks at, and what a known answer did. */
  once<T>(looker: { touched: number }, of: object, compute: () => T): T {
    const known = this.#known.get(of);
    if (known) {
      looker.touched |= known.touched;
      return known.value as T;
    }
    const before = looker.touched;
    looker.touched = 0;
    const value = compute();
    this.#known.set(of, { value, touched: looker.touched });
    looker.touched |= before;
    return value;
  }

  /** The answers that were computed from none of some facets. */
  notFrom(facets: number): ReadonlyMap<object, Answer> {
    if (facets === ALL_FACETS) return new Map();
    return new Map([...this.#known].filter(([, { touched }]) => (touched & facets) === 0));
  }
}
