import type { Diagnostic, Fix } from "../base/finding.ts";
import type { Stretch } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A way out offered at the light bulb. */
export interface QuickFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** The best way out of its finding. */
  readonly preferred: boolean;
}

/** The fixes of the findings that touch a stretch of a file. `diagnostics` are those of the file. */
export function quickFixes(
  snapshot: Snapshot,
  uri: string,
  at: Stretch,
  diagnostics: readonly Diagnostic[],
): readonly QuickFix[] {
  const tree = snapshot.files.get(uri)?.tree;
  if (!tree) return [];
  return diagnostics
    .filter((diagnostic) => {
      const { start, end } = tree.offsetOf(diagnostic.span);
      return !diagnostic.waived && start <= at.end && at.start <= end;
    })
    .flatMap((diagnostic) =>
      (diagnostic.fixes ?? []).map((fix, index) => ({ diagnostic, fix, preferred: index === 0 })),
    );
}

/** The fixes that may be applied unasked, one for each finding that has one. */
export function safeFixes(diagnostics: readonly Diagnostic[]): readonly Fix[] {
  return diagnostics.flatMap(({ fixes, waived }) =>
    waived ? [] : (fixes ?? []).filter(({ safe }) => safe).slice(0, 1),
  );
}
