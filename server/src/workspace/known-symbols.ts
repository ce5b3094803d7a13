import type { Pair } from "../syntax/node.ts";
import { type DefinedNames, isSameNames, namesDefined } from "./symbol-parts.ts";
import type { FileSymbols } from "./symbols.ts";

/** What was found in a document the last time: it holds for all pairs that are the same objects. */
export class KnownSymbols {
  /** What was found in the pairs of the root and of its sections. */
  readonly pairs = new WeakMap<Pair, FileSymbols>();
  readonly #names = new WeakMap<FileSymbols, DefinedNames>();
  #latest: readonly DefinedNames[] = [];

  /** The names that some sections define: the same list as the last time, where they are the same. */
  namesOf(sections: readonly FileSymbols[]): readonly DefinedNames[] {
    const before = this.#latest;
    const names = sections.map((section, index) => this.#namesIn(section, before[index]));
    const isSame = names.length === before.length && names.every((each, index) => each === before[index]);
    if (!isSame) this.#latest = names;
    return this.#latest;
  }

  #namesIn(section: FileSymbols, before: DefinedNames | undefined): DefinedNames {
    let names = this.#names.get(section);
    if (!names) {
      const found = namesDefined(section.definitions);
      names = before && isSameNames(before, found) ? before : found;
      this.#names.set(section, names);
    }
    return names;
  }
}
