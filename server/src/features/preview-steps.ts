import type { Diagnostic, Severity } from "../base/finding.ts";
import { lint } from "../rules/lint.ts";
import type { Status } from "../workspace/context.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What comes after a status; nothing has to be done to retire a program. */
export function nextStatus(status: Status): Status | undefined {
  return NEXT[status];
}

const NEXT: Readonly<Record<Status, Status | undefined>> = {
  draft: "planned",
  planned: "live",
  live: "evaluated",
  evaluated: undefined,
  retired: undefined,
};

/** The findings of a file as they would count in another status. */
export type LintAs = (snapshot: Snapshot, uri: string, status: Status | undefined) => readonly Diagnostic[];

/** Finds them anew. */
export const lintAs: LintAs = (snapshot, uri, status) => lint(snapshot, uri, status === undefined ? {} : { status });

/**
 * What stands between a spec and a status: the findings as they would count then, worst first, then in the order of the
 * text. What is waived stands in nobody's way.
 */
export function stepsTo(
  snapshot: Snapshot,
  uri: string,
  status: Status | undefined,
  find: LintAs = lintAs,
): readonly Diagnostic[] {
  return worstFirst(find(snapshot, uri, status).filter(({ waived }) => !waived));
}

/** The worst first, else in the order given. */
export function worstFirst(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "hint"];
