import type { Severity } from "../../base/finding.ts";
import type { FileReport } from "./file-report.ts";

/** The counts of a run. Waived and known findings are counted apart. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly files: number;
  readonly filesWithFindings: number;
  readonly waived: number;
  readonly known: number;
}

export const NOTHING: Summary = {
  errors: 0,
  warnings: 0,
  hints: 0,
  files: 0,
  filesWithFindings: 0,
  waived: 0,
  known: 0,
};

export function addFile(summary: Summary, { findings, waived, known }: FileReport): Summary {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: summary.errors + count("error"),
    warnings: summary.warnings + count("warning"),
    hints: summary.hints + count("hint"),
    files: summary.files + 1,
    filesWithFindings: summary.filesWithFindings + (findings.length > 0 ? 1 : 0),
    waived: summary.waived + waived.length,
    known: summary.known + known.length,
  };
}

/** Whether a severity is at least as severe as another. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return ORDER.indexOf(severity) <= ORDER.indexOf(limit);
}

const ORDER: readonly Severity[] = ["error", "warning", "hint"];

/** Whether something was found that is at least as severe as the limit. */
export function reaches({ errors, warnings, hints }: Summary, limit: Severity): boolean {
  return errors > 0 || (limit !== "error" && warnings > 0) || (limit === "hint" && hints > 0);
}
