import type { Severity } from "../../base/finding.ts";
import type { LineIndex, Position } from "../../base/line-index.ts";
import type { FileReport, ReportedEdit, ReportedFinding } from "./file-report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { shownFindings, wordsOf } from "./shown-findings.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", hint: "INFO" };

/** The diagnostic format of reviewdog, with the fixes as suggestions. Its columns count bytes of UTF-8 from 1. */
export function rdjsonReporter(options: ReporterOptions): Reporter {
  let separator = "\n";
  let isFirst = true;
  const head = () => {
    const source = '{"name":"Training Spec","url":"https://github.com/training-spec/training-spec"}';
    const text = isFirst ? `{"source":${source},"diagnostics":[` : "";
    isFirst = false;
    return text;
  };
  return {
    file(report) {
      let text = head();
      for (const finding of shownFindings(report, options)) {
        text += `${separator}${JSON.stringify(diagnostic(finding, report))}`;
        separator = ",\n";
      }
      return text;
    },
    end: () => `${head()}\n]}\n`,
  };
}

function diagnostic(finding: ReportedFinding, { file, lines }: FileReport) {
  const { severity, rule, docs, fixes, related } = finding;
  // A suggestion replaces lines of the file that is commented on, and one edit is all it can hold.
  const suggestions = fixes.flatMap(({ edits }) => {
    const [edit, ...more] = edits;
    return edit && more.length === 0 && edit.file === file ? [{ range: rangeOf(edit, lines), text: edit.text }] : [];
  });
  // The lines of other files are not at hand, so that their columns are left out.
  const places = related.map((each) => ({
    message: each.message,
    location: {
      path: each.file,
      range: { start: each.file === file ? positionOf(each.start, lines) : { line: each.start.line + 1 } },
    },
  }));
  return {
    message: wordsOf(finding),
    location: { path: file, range: rangeOf(finding, lines) },
    severity: SEVERITIES[severity],
    code: { value: rule, url: docs },
    ...(suggestions.length > 0 ? { suggestions } : {}),
    ...(places.length > 0 ? { relatedLocations: places } : {}),
  };
}

function rangeOf({ start, end }: Pick<ReportedEdit, "start" | "end">, lines: LineIndex) {
  return { start: positionOf(start, lines), end: positionOf(end, lines) };
}

function positionOf({ line, character }: Position, lines: LineIndex) {
  return { line: line + 1, column: Buffer.byteLength(lines.lineText(line).slice(0, character)) + 1 };
}
