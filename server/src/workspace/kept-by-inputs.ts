import { type Basis, basisOf, changesSince } from "./changes.ts";
import type { Context } from "./context.ts";
import { facetBit } from "./facet.ts";
import type { Snapshot } from "./snapshot.ts";

interface Kept<T> {
  readonly value: T;
  readonly basis: Basis;
}

/** Keeps what was made of files as long as neither they nor the files that they name have changed. */
export class KeptByInputs<T> {
  readonly #kept = new Map<string, Kept<T>>();

  get(snapshot: Snapshot, uri: string): { readonly value: T } | undefined {
    const kept = this.#kept.get(uri);
    return kept && (changesSince(kept.basis, snapshot) & ~OTHERS) === 0 ? kept : undefined;
  }

  set(context: Context, value: T): void {
    this.#kept.set(context.source.uri, { value, basis: basisOf(context) });
  }

  /** Forgets files that are gone. */
  prune(snapshot: Snapshot): void {
    for (const uri of this.#kept.keys()) if (!snapshot.files.has(uri)) this.#kept.delete(uri);
  }
}

const OTHERS = facetBit("workspace");
