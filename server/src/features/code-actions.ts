import { type Diagnostic, type Fix, isOpen } from "../base/finding.ts";
import type { Stretch } from "../base/span.ts";
import { ruleById } from "../rules/registry.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { waive } from "./waive.ts";

/** A way out offered at the light bulb. */
export interface QuickFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** The best way out of its finding. */
  readonly preferred: boolean;
}

/**
 * The ways out of the findings that touch a stretch of a file: their fixes, and behind all of these a waiver.
 * `diagnostics` are those of the file.
 */
export function quickFixes(
  snapshot: Snapshot,
  uri: string,
  at: Stretch,
  diagnostics: readonly Diagnostic[],
): readonly QuickFix[] {
  const tree = snapshot.files.get(uri)?.tree;
  if (!tree) return [];
  const touched = diagnostics.filter((diagnostic) => {
    const { start, end } = tree.offsetOf(diagnostic.span);
    return isOpen(diagnostic) && start <= at.end && at.start <= end;
  });
  const fixes = touched.flatMap((diagnostic) =>
    (diagnostic.fixes ?? []).map((fix, index) => ({ diagnostic, fix, preferred: index === 0 })),
  );
  const waivers = touched.flatMap((diagnostic) => {
    const fix = waive(snapshot, diagnostic, ruleById(diagnostic.rule)?.family);
    return fix ? [{ diagnostic, fix, preferred: false }] : [];
  });
  return [...fixes, ...waivers];
}

/** The fixes that may be applied unasked, one for each finding that has one. */
export function safeFixes(diagnostics: readonly Diagnostic[]): readonly Fix[] {
  return diagnostics.flatMap((diagnostic) =>
    !isOpen(diagnostic) ? [] : (diagnostic.fixes ?? []).filter(({ safe }) => safe).slice(0, 1),
  );
}
