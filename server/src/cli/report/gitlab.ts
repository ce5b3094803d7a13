import type { Severity } from "../../base/finding.ts";
import { fingerprints } from "./fingerprint.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { rootedPath, shownFindings, wordsOf } from "./shown-findings.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", hint: "info" };

/** The code quality report of GitLab: one list, a finding a line. */
export function gitlabReporter(options: ReporterOptions): Reporter {
  const fingerprint = fingerprints();
  let separator = "[\n";
  return {
    file(report) {
      let text = "";
      for (const finding of shownFindings(report, options)) {
        const { file, start, end, severity, rule } = finding;
        const entry = {
          description: wordsOf(finding),
          check_name: rule,
          fingerprint: fingerprint(finding),
          severity: SEVERITIES[severity],
          location: { path: rootedPath(file, options), lines: { begin: start.line + 1, end: end.line + 1 } },
        };
        text += `${separator}${JSON.stringify(entry)}`;
        separator = ",\n";
      }
      return text;
    },
    end: () => (separator === "[\n" ? "[]\n" : "\n]\n"),
  };
}
