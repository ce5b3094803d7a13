import type { Severity } from "../../base/finding.ts";
import { type Message, say } from "../../base/message.ts";
import { render } from "../language.ts";
import { errorsText, filesText, findingsText, hintsText, warningsText } from "./counts.ts";
import type { FileReport, ReportedFinding } from "./file-report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { rootedPath, shownFindings } from "./shown-findings.ts";
import type { Summary } from "./summary.ts";

/** A job summary of GitHub holds 1 MiB, and one that is longer is not shown at all. Some room is left for others. */
export const MAX_BYTES = 900_000;

const SIGNS: Readonly<Record<Severity, Message>> = {
  error: say`❌ error`,
  warning: say`⚠️ warning`,
  hint: say`💡 hint`,
};

/** A page for the summary of a job: what it comes to, then each file with a table. What is too long is counted. */
export function markdownReporter(options: ReporterOptions): Reporter {
  const sections: string[] = [];
  let size = 0;
  let left = 0;
  return {
    file(report) {
      const findings = shownFindings(report, options);
      const rows: string[] = [];
      for (const finding of findings) {
        const row = rowOf(finding);
        size += Buffer.byteLength(row);
        if (size > MAX_BYTES) left++;
        else rows.push(row);
      }
      if (rows.length > 0) sections.push(section(report, findings.length, rows, options));
      return "";
    },
    end(summary) {
      const more = left === 0 ? [] : [render(say`Left out here: ${findingsText(left)}; the log has them.`)];
      return `${[headline(summary), ...sections, ...more].join("\n\n")}\n`;
    },
  };
}

function headline(summary: Summary): string {
  const { errors, warnings, hints, files, filesWithFindings, waived, known } = summary;
  const apart = [waived > 0 && render(say`${waived} waived`), known > 0 && render(say`${known} known`)]
    .filter(Boolean)
    .join(", ");
  const rest = apart === "" ? "" : `\n\n${apart}.`;
  if (filesWithFindings === 0)
    return `### Training Spec: ${render(say`nothing to report in ${filesText(files)}`)} ✅${rest}`;
  const counts = [
    errors > 0 && errorsText(errors),
    warnings > 0 && warningsText(warnings),
    hints > 0 && hintsText(hints),
  ].filter(Boolean);
  const where = render(say`in ${filesWithFindings} of ${filesText(files)}`);
  return `### Training Spec: ${counts.join(", ")} ${where}${rest}`;
}

function section(report: FileReport, count: number, rows: readonly string[], options: ReporterOptions): string {
  const title = `<code>${inHtml(rootedPath(report.file, options))}</code> (${findingsText(count)})`;
  const table = [
    `| ${render(say`Line`)} | | ${render(say`What is said`)} | ${render(say`Rule`)} |`,
    "| --: | --- | --- | --- |",
    ...rows,
  ].join("\n");
  return `<details open><summary>${title}</summary>\n\n${table}\n\n</details>`;
}

function rowOf({ start, severity, rule, message, help, docs }: ReportedFinding): string {
  const words = help === undefined ? inTable(message) : `${inTable(message)}<br>${inTable(help)}`;
  return `| ${start.line + 1} | ${render(SIGNS[severity])} | ${words} | [\`${rule}\`](${docs}) |`;
}

/** Words of ours keep their backticks; what a file says becomes no markup, no mention and no link. */
function inTable(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part.replaceAll("|", "\\|") : escaped(part)))
    .join("")
    .replace(/\s+/g, " ");
}

function escaped(text: string): string {
  return inHtml(text)
    .replace(/[\\*_[\]|~#]/g, "\\$&")
    .replaceAll("@", "@<!-- -->")
    .replaceAll("://", ":<!-- -->//");
}

function inHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
