import type { Diagnostic } from "../base/finding.ts";
import type { Context } from "../workspace/context.ts";
import { facetBit } from "../workspace/facet.ts";
import { configFor } from "../workspace/settings.ts";
import type { Snapshot, Unreadable } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { resolveUri } from "../workspace/uri.ts";
import { lint } from "./lint.ts";

interface Kept {
  readonly uri: string;
  readonly config: SpecFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly snapshot: Snapshot;
  /** Each file that was looked at, as it was then. */
  readonly seen: ReadonlyMap<string, SpecFile | Unreadable | undefined>;
  /** Something of the whole workspace was looked at. */
  readonly everything: boolean;
}

/** Keeps the findings of a file as long as nothing changed that its rules looked at. */
export class LintCache {
  readonly #kept = new Map<string, Kept>();

  lint(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
    const kept = this.#kept.get(uri);
    if (kept && this.#holds(kept, snapshot)) return kept.diagnostics;
    const diagnostics = lint(snapshot, uri);
    const context = snapshot.context(uri);
    if (!context) {
      this.#kept.delete(uri);
      return diagnostics;
    }
    const everything = (context.everTouched & facetBit("workspace")) !== 0;
    const seen = new Map<string, SpecFile | Unreadable | undefined>();
    for (const each of filesSeen(context)) seen.set(each, snapshot.files.get(each) ?? snapshot.unreadable.get(each));
    seen.set(uri, context.file);
    this.#kept.set(uri, { uri, config: context.settings.from, diagnostics, snapshot, seen, everything });
    return diagnostics;
  }

  #holds(kept: Kept, snapshot: Snapshot): boolean {
    if (kept.snapshot === snapshot) return true;
    if (configFor(snapshot.files, kept.uri) !== kept.config) return false;
    if (kept.everything || kept.snapshot.today !== snapshot.today) return false;
    if (snapshot.programsNaming(kept.uri).some(({ uri }) => !kept.seen.has(uri))) return false;
    for (const [uri, file] of kept.seen) {
      if ((snapshot.files.get(uri) ?? snapshot.unreadable.get(uri)) !== file) return false;
    }
    return true;
  }
}

/** Files beside its own that a context may look at: catalogs, the results of a program, the programs of a table. */
function filesSeen(context: Context): string[] {
  const { links, program, file } = context;
  const results = program?.results && resolveUri(file.uri, program.results.value);
  const programs = context.programs.flatMap((each) => [each.file.uri, ...each.links.seen]);
  return [...links.seen, ...(results === undefined ? [] : [results]), ...programs];
}
