import type { Severity } from "../../base/finding.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { shownFindings, wordsOf } from "./shown-findings.ts";
import { attribute } from "./xml.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "info" };

/** What Checkstyle writes, and most servers of builds read: each file with its findings, clean files too. */
export function checkstyleReporter(options: ReporterOptions): Reporter {
  let isFirst = true;
  const head = () => {
    const text = isFirst ? '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n' : "";
    isFirst = false;
    return text;
  };
  return {
    file(report) {
      const errors = shownFindings(report, options).map((finding) => {
        const { start, severity, rule } = finding;
        const place = attribute("line", start.line + 1) + attribute("column", start.character + 1);
        const words = attribute("message", wordsOf(finding)) + attribute("source", `training-spec.${rule}`);
        return `    <error${place}${attribute("severity", SEVERITIES[severity])}${words}/>\n`;
      });
      return `${head()}  <file${attribute("name", report.file)}>\n${errors.join("")}  </file>\n`;
    },
    end: () => `${head()}</checkstyle>\n`,
  };
}
