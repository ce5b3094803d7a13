import type { Diagnostic } from "../base/finding.ts";
import { Context, type Status } from "../workspace/context.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { LintCache } from "./lint-cache.ts";

/** Most files that are kept: those that somebody has a preview of, or looks at the status of. */
const MOST = 8;

interface Kept {
  readonly status: Status;
  readonly cache: LintCache;
}

/** Keeps what files would be told in another status than their own, while somebody types in them. */
export class LintAsCache {
  readonly #kept = new Map<string, Kept>();

  /** The findings of a file as they would count in a status. */
  lint(snapshot: Snapshot, uri: string, status: Status): readonly Diagnostic[] {
    const kept = this.#kept.get(uri);
    const { cache } = kept?.status === status ? kept : { cache: new LintCache(contextsAs(status)) };
    this.#kept.delete(uri);
    this.#kept.set(uri, { status, cache });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return cache.lint(snapshot, uri, { isOpen: true });
  }
}

/** How a file sees its workspace in a status; each view takes over what holds of the one before. */
function contextsAs(status: Status): (snapshot: Snapshot, uri: string) => Context | undefined {
  let last: Context | undefined;
  return (snapshot, uri) => {
    const written = snapshot.context(uri);
    if (!written) return undefined;
    if (last?.snapshot === snapshot && last.source === written.source) return last;
    last = new Context(snapshot, written.source, { status, ...(last ? { before: last } : {}) });
    return last;
  };
}
