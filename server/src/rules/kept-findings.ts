import { type Diagnostic, spansOf } from "../base/finding.ts";
import type { Context } from "../workspace/context.ts";
import type { Looks } from "../workspace/looks.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { PartName, Parts } from "./parts.ts";
import { type Premise, Premises } from "./premises.ts";

/**
 * What the rules said of the parts of one file: findings of a rule hold as long as the part is the same object and nothing
 * changed in the facets that the rule looked at.
 */
export class KeptFindings {
  readonly #kinds = new Map<PartName, KindMemory>();
  readonly #premises = new Premises();

  /** To be called before the rules are asked again. `changed` are bits of the facets that may differ from the last time. */
  renew(changed: number): void {
    this.#premises.renew(changed);
  }

  forget(): void {
    this.#kinds.clear();
    this.#premises.forget();
  }

  of(name: PartName): KindMemory {
    const known = this.#kinds.get(name) ?? new KindMemory(name, this.#premises);
    this.#kinds.set(name, known);
    return known;
  }

  /** Forgets the parts that were not asked for in this pass. */
  sweep(): void {
    for (const kind of this.#kinds.values()) kind.sweep();
  }
}

const NEVER = -1;

/** What the rules said of all parts of one kind. */
class KindMemory {
  readonly #name: PartName;
  readonly #premises: Premises;
  readonly #parts = new Map<object, PartMemory>();
  /** In the order of the last pass, which is most often that of the next. */
  #order: PartMemory[] = [];
  #seen = 0;
  /** What all parts came to in a pass in which no rule had to be asked, and what they were found by. */
  #whole: Kept | undefined;
  #isSkipped = false;

  constructor(name: PartName, premises: Premises) {
    this.#name = name;
    this.#premises = premises;
  }

  /** The memory of a part; one and the same for parts that stand for the same thing. */
  of(part: object): PartMemory {
    const key = keyOf(this.#name, part);
    const next = this.#order[this.#seen];
    let memory = next?.key === key ? next : this.#parts.get(key);
    if (!memory) {
      memory = new PartMemory(key, this.#premises);
      this.#parts.set(key, memory);
    }
    if (memory.pass !== this.#premises.pass) this.#order[this.#seen++] = memory;
    memory.pass = this.#premises.pass;
    return memory;
  }

  /** What was said of all parts, where there are the same parts and the same is said of each; then none is looked at. */
  all(context: Context): Kept | undefined {
    if (!this.#whole || !holds(this.#whole, this.#premises, context)) return undefined;
    this.#isSkipped = true;
    return this.#whole;
  }

  /** To be called when all parts have been looked at. `inParts` are bits of the facets that they come from. */
  close(inParts: number, isUnchanged: boolean): void {
    this.#whole = undefined;
    if (!isUnchanged) return;
    const sum = sumOf(this.#order.slice(0, this.#seen).flatMap(({ sum }) => sum ?? []));
    this.#whole = { ...sum, touched: sum.touched | inParts, whole: sum.whole | inParts };
  }

  sweep(): void {
    if (this.#isSkipped) {
      this.#isSkipped = false;
      return;
    }
    const { pass } = this.#premises;
    if (this.#parts.size !== this.#seen)
      for (const [key, memory] of this.#parts) if (memory.pass !== pass) this.#parts.delete(key);
    this.#order.length = this.#seen;
    this.#seen = 0;
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

/** What one rule said, and what it looked at. */
interface Kept {
  readonly found: readonly Diagnostic[];
  readonly touched: number;
  readonly whole: number;
  readonly premises: readonly Premise[];
}

/** What the rules of one kind of part said of one part, by the index of the rule. */
export class PartMemory {
  /** What it is found again by. */
  readonly key: object;
  /** The pass in which it was last asked for. */
  pass = NEVER;
  readonly #premises: Premises;
  readonly #rules: (Kept | undefined)[] = [];
  /** All of it in one. */
  #sum: Kept | undefined;

  constructor(key: object, premises: Premises) {
    this.key = key;
    this.#premises = premises;
  }

  /** What all rules said of the part; undefined where that may be another thing now, or not all have been asked. */
  all(context: Context): Kept | undefined {
    return this.#sum && holds(this.#sum, this.#premises, context) ? this.#sum : undefined;
  }

  /** What all rules said of the part in this pass. */
  get sum(): Kept | undefined {
    return this.#sum;
  }

  /** What a rule said of the part; undefined where that may be another thing now. */
  at(index: number, context: Context): Kept | undefined {
    const kept = this.#rules[index];
    return kept && holds(kept, this.#premises, context) ? kept : undefined;
  }

  keep(index: number, found: readonly Diagnostic[], { touched, whole, asked }: Looks): void {
    const premises = asked.length === 0 ? NO_PREMISES : [...new Set(asked.map((each) => this.#premises.of(each)))];
    this.#sum = undefined;
    this.#rules[index] = found.length + touched === 0 ? SILENT : { found, touched, whole, premises };
  }

  /** To be called when all rules have been asked. */
  close(): void {
    this.#sum ??= sumOf(this.#rules.filter((each) => each !== undefined));
  }
}

function holds({ found, touched, whole, premises }: Kept, all: Premises, context: Context): boolean {
  if ((whole & all.changed) !== 0) return false;
  if ((touched & all.changed) !== 0 && !all.hold(premises, context)) return false;
  return found.length === 0 || found.every((each) => isPlaced(each, context.snapshot));
}

const NOTHING: readonly Diagnostic[] = [];
const NO_PREMISES: readonly Premise[] = [];
/** Of rules that looked at nothing and said nothing: most of them, so all share it. */
const SILENT: Kept = { found: NOTHING, touched: 0, whole: 0, premises: NO_PREMISES };

function sumOf(all: readonly Kept[]): Kept {
  let [touched, whole] = [0, 0];
  const found: Diagnostic[] = [];
  const premises = new Set<Premise>();
  for (const each of all) {
    touched |= each.touched;
    whole |= each.whole;
    for (const diagnostic of each.found) found.push(diagnostic);
    for (const premise of each.premises) premises.add(premise);
  }
  if (found.length + touched === 0) return SILENT;
  return { found, touched, whole, premises: premises.size === 0 ? NO_PREMISES : [...premises] };
}

/** Whether all places that a finding names are still places: a stretch of text that was read again is another one. */
export function isPlaced(diagnostic: Diagnostic, snapshot: Snapshot): boolean {
  for (const span of spansOf(diagnostic)) if (!snapshot.holds(span)) return false;
  return true;
}
