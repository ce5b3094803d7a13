import { type Diagnostic, spansOf } from "../base/finding.ts";
import type { Context } from "../workspace/context.ts";
import { type Looks, NOTHING_ASKED, type Question } from "../workspace/looks.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { PartName, Parts } from "./parts.ts";

/**
 * What the rules said of the parts of one file: findings of a rule hold as long as the part is the same object and nothing
 * changed in the facets that the rule looked at.
 */
export class KeptFindings {
  #parts = new Map<PartName, Map<object, PartMemory>>();
  #seen = new Map<PartName, Map<object, PartMemory>>();
  /** Bits of the facets that may differ from when the findings were made. */
  #changed = 0;

  /** To be called before the rules are asked again. */
  renew(changed: number): void {
    this.#changed = changed;
  }

  forget(): void {
    this.#parts = new Map();
    this.#seen = new Map();
  }

  /** The memory of a part; one and the same for parts that stand for the same thing. */
  of(name: PartName, part: object, rules: number): PartMemory {
    const key = keyOf(name, part);
    const known = this.#parts.get(name)?.get(key);
    if (known) known.changed = this.#changed;
    const memory = known ?? new PartMemory(rules);
    const seen = this.#seen.get(name) ?? new Map<object, PartMemory>();
    this.#seen.set(name, seen.set(key, memory));
    return memory;
  }

  /** Forgets the parts that were not asked for since the last time. */
  sweep(): void {
    this.#parts = this.#seen;
    this.#seen = new Map();
  }
}

/** Its rules see the parts of it that have changed by the facets they look at. */
const PROGRAM = {};

/** Parts that are put together anew each time stand for what they are about. */
function keyOf(name: PartName, part: object): object {
  if (name === "program") return PROGRAM;
  if (name === "driver") return (part as Parts["driver"]).driver;
  return name === "conclusion" ? (part as Parts["conclusion"]).conclusion : part;
}

/** What the rules of one kind of part said of one part, by the index of the rule. */
export class PartMemory {
  changed = 0;
  readonly #touched: Int32Array;
  readonly #whole: Int32Array;
  readonly #asked: (readonly Question[] | undefined)[] = [];
  readonly #found: (readonly Diagnostic[] | undefined)[] = [];

  constructor(rules: number) {
    this.#touched = new Int32Array(rules).fill(NEVER_ASKED);
    this.#whole = new Int32Array(rules);
  }

  /** What a rule said of the part; undefined where that may be another thing now. */
  at(index: number, context: Context): readonly Diagnostic[] | undefined {
    const touched = this.#touched[index] ?? NEVER_ASKED;
    if (touched === NEVER_ASKED || ((this.#whole[index] ?? 0) & this.changed) !== 0) return undefined;
    if ((touched & this.changed) !== 0 && !context.stillAnswers({ asked: this.#asked[index] ?? NOTHING_ASKED }))
      return undefined;
    const found = this.#found[index];
    if (!found) return NOTHING;
    return found.every((each) => isPlaced(each, context.snapshot)) ? found : undefined;
  }

  touchedBy(index: number): number {
    return this.#touched[index] ?? 0;
  }

  keep(index: number, found: readonly Diagnostic[], { touched, whole, asked }: Looks): void {
    this.#touched[index] = touched;
    this.#whole[index] = whole;
    if (asked.length > 0) this.#asked[index] = asked;
    else delete this.#asked[index];
    if (found.length > 0) this.#found[index] = found;
    else delete this.#found[index];
  }
}

const NEVER_ASKED = -1;
const NOTHING: readonly Diagnostic[] = [];

/** Whether all places that a finding names are still places: a stretch of text that was read again is another one. */
export function isPlaced(diagnostic: Diagnostic, snapshot: Snapshot): boolean {
  for (const span of spansOf(diagnostic)) if (!snapshot.holds(span)) return false;
  return true;
}
