import type { NameOf } from "./leaf.ts";

/** What entries of the older side are called on the newer one, by kind. */
export class Names {
  readonly #renamed = new Map<string, Map<string, string>>();

  rename(kind: string, before: string, after: string): void {
    const names = this.#renamed.get(kind) ?? new Map<string, string>();
    names.set(before, after);
    this.#renamed.set(kind, names);
  }

  readonly after: NameOf = (kind, name) => {
    for (const each of kind === "measure" ? ["metric", "behavior"] : [kind]) {
      const after = this.#renamed.get(each)?.get(name);
      if (after !== undefined) return after;
    }
    return name;
  };

  /** Pairs of names that differ, by kind. */
  *all(): Iterable<{ readonly kind: string; readonly before: string; readonly after: string }> {
    for (const [kind, names] of this.#renamed) for (const [before, after] of names) yield { kind, before, after };
  }
}
