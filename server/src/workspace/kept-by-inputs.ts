import type { Context } from "./context.ts";
import { filesSeen } from "./files-seen.ts";
import { configFor } from "./settings.ts";
import type { Snapshot, Unreadable } from "./snapshot.ts";
import type { SpecFile } from "./spec-file.ts";

interface Kept<T> {
  readonly value: T;
  readonly config: SpecFile | undefined;
  readonly snapshot: Snapshot;
  /** Each file that was looked at, as it was then. */
  readonly seen: ReadonlyMap<string, SpecFile | Unreadable | undefined>;
  readonly everything: boolean;
}

/** Keeps what was made of files as long as nothing changed that it was made from. */
export class KeptByInputs<T> {
  readonly #kept = new Map<string, Kept<T>>();

  get(snapshot: Snapshot, uri: string): { readonly value: T } | undefined {
    const kept = this.#kept.get(uri);
    return kept && holds(kept, snapshot, uri) ? kept : undefined;
  }

  /** `everything`: something of the whole workspace was looked at, so that it holds for this snapshot alone. */
  set(context: Context, value: T, everything = false): void {
    const { snapshot, file } = context;
    const seen = new Map<string, SpecFile | Unreadable | undefined>();
    for (const each of filesSeen(context)) seen.set(each, snapshot.files.get(each) ?? snapshot.unreadable.get(each));
    seen.set(file.uri, file);
    this.#kept.set(file.uri, { value, config: context.settings.from, snapshot, seen, everything });
  }

  delete(uri: string): void {
    this.#kept.delete(uri);
  }

  /** Forgets files that are gone. */
  prune(snapshot: Snapshot): void {
    for (const uri of this.#kept.keys()) if (!snapshot.files.has(uri)) this.#kept.delete(uri);
  }
}

function holds<T>(kept: Kept<T>, snapshot: Snapshot, uri: string): boolean {
  if (kept.snapshot === snapshot) return true;
  if (configFor(snapshot.files, uri) !== kept.config) return false;
  if (kept.snapshot.history.get(uri) !== snapshot.history.get(uri)) return false;
  if (kept.everything || kept.snapshot.today !== snapshot.today) return false;
  if (snapshot.programsNaming(uri).some((program) => !kept.seen.has(program.uri))) return false;
  for (const [each, file] of kept.seen) {
    if ((snapshot.files.get(each) ?? snapshot.unreadable.get(each)) !== file) return false;
  }
  return true;
}
