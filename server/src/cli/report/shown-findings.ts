import path from "node:path";
import type { FileReport, ReportedFinding } from "./file-report.ts";
import type { ReporterOptions } from "./reporter.ts";

/** The findings that a report shows. */
export function shownFindings(
  { findings }: FileReport,
  { quiet }: Pick<ReporterOptions, "quiet">,
): readonly ReportedFinding[] {
  return quiet ? findings.filter(({ severity }) => severity === "error") : findings;
}

/** The path of a file from the top of the repository, as the hosts of repositories want it. */
export function rootedPath(file: string, { below }: Pick<ReporterOptions, "below">): string {
  return path.posix.normalize(path.posix.join(below, file));
}

/** What is said of a finding, and what to do about it. */
export function wordsOf({ message, help }: ReportedFinding): string {
  return help === undefined ? message : `${message} ${help}`;
}
