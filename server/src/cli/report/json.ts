import type { ReportedFinding, WaivedFinding } from "./file-report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";

/** One object, one finding a line. Lines and columns (UTF-16 units, as editors count) start at 1. */
export function jsonReporter({ quiet }: Pick<ReporterOptions, "quiet">): Reporter {
  const waived: WaivedFinding[] = [];
  const known: ReportedFinding[] = [];
  let started = false;

  const head = () => {
    const text = started ? "" : '{\n  "version": 1,\n  "findings": [';
    started = true;
    return text;
  };
  let separator = "\n";

  return {
    file(report) {
      waived.push(...report.waived);
      known.push(...report.known);
      let text = head();
      for (const finding of report.findings) {
        if (quiet && finding.severity !== "error") continue;
        text += `${separator}    ${JSON.stringify(plain(finding))}`;
        separator = ",\n";
      }
      return text;
    },
    end(summary) {
      const lines = waived.map((finding) => `    ${JSON.stringify({ ...plain(finding), waiver: waiverOf(finding) })}`);
      const knownLines = known.map((finding) => `    ${JSON.stringify(plain(finding))}`);
      const close = separator === "\n" ? "]" : "\n  ]";
      return `${head()}${close},\n  "waived": ${listed(lines)},\n  "known": ${listed(knownLines)},\n  "summary": ${JSON.stringify(summary)}\n}\n`;
    },
  };
}

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
}

function plain({ file, start, end, severity, rule, message, help, docs }: ReportedFinding) {
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity,
    rule,
    message,
    help: help ?? null,
    docs,
  };
}

function waiverOf({ waiver: { reason, by, until } }: WaivedFinding) {
  return { reason: reason ?? null, by: by ?? null, until: until ?? null };
}
