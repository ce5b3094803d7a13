/** A question about one thing of a document, and its answer: it counts as unchanged as long as the answer is the same. */
export interface Question {
  readonly about: Subject;
  readonly id: string;
  readonly answer: unknown;
  /** Bits of the facets that the answer comes from. */
  readonly facets: number;
}

/** What can be asked one by one: an entry of a section, what leads to an entry, a measure, the primary metrics. */
export type Subject =
  | "activities"
  | "assessments"
  | "audience"
  | "behaviors"
  | "decisions"
  | "metrics"
  | "objectives"
  | "points"
  | "measure"
  | "primary"
  | "roles"
  | "moving"
  | "enabling"
  | "requiring"
  | "assessing"
  | "practicing"
  | "measuring"
  | "deciding"
  | "serving"
  | "behaviorsReached"
  | "metricsNamed"
  | "metricsReached";

/** What somebody has looked at. */
export interface Looks {
  /** Bits of all facets. */
  readonly touched: number;
  /** Bits of those that were looked at as a whole: any change of them counts. */
  readonly whole: number;
  /** What was looked at besides. */
  readonly asked: readonly Question[];
}

export const NOTHING_ASKED: readonly Question[] = [];

/** Whether two answers say the same: the same object, or lists, sets or maps of the same things. */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one instanceof Map && other instanceof Map)
    return isSameAnswer([...one.keys()], [...other.keys()]) && isSameAnswer([...one.values()], [...other.values()]);
  if (one instanceof Set && other instanceof Set) return isSameAnswer([...one], [...other]);
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((each, index) => each === other[index]);
}

/** A section of which it is noted what is looked at: one entry by its id, or all of it. */
export class NotedEntries<T> implements ReadonlyMap<string, T> {
  readonly #entries: ReadonlyMap<string, T>;
  readonly #one: (id: string, entry: T | undefined) => void;
  readonly #all: () => void;

  constructor(
    entries: ReadonlyMap<string, T>,
    notes: { readonly one: (id: string, entry: T | undefined) => void; readonly all: () => void },
  ) {
    this.#entries = entries;
    this.#one = notes.one;
    this.#all = notes.all;
  }

  get(id: string): T | undefined {
    const entry = this.#entries.get(id);
    this.#one(id, entry);
    return entry;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    this.#all();
    return this.#entries.size;
  }

  forEach(visit: (entry: T, id: string, map: ReadonlyMap<string, T>) => void): void {
    this.#all();
    this.#entries.forEach(visit);
  }

  keys() {
    this.#all();
    return this.#entries.keys();
  }

  values() {
    this.#all();
    return this.#entries.values();
  }

  entries() {
    this.#all();
    return this.#entries.entries();
  }

  [Symbol.iterator]() {
    return this.entries();
  }
}
