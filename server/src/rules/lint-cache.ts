import type { Diagnostic } from "../base/finding.ts";
import { facetBit } from "../workspace/facet.ts";
import { KeptByInputs } from "../workspace/kept-by-inputs.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { lint } from "./lint.ts";

/** Keeps the findings of a file as long as nothing changed that its rules looked at. */
export class LintCache {
  readonly #kept = new KeptByInputs<readonly Diagnostic[]>();

  lint(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
    const kept = this.#kept.get(snapshot, uri);
    if (kept) return kept.value;
    const diagnostics = lint(snapshot, uri);
    const context = snapshot.context(uri);
    if (context) this.#kept.set(context, diagnostics, (context.everTouched & facetBit("workspace")) !== 0);
    else this.#kept.delete(uri);
    return diagnostics;
  }
}
