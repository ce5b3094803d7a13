import { type Message, say } from "../../base/message.ts";
import { render } from "../language.ts";
import { visible } from "../terminal/display.ts";
import type { Paint } from "../terminal/paint.ts";
import { codeFrame } from "./code-frame.ts";
import { errorsText, filesText, fixesText, hintsText, warningsText } from "./counts.ts";
import type { FileReport, ReportedFinding, WaivedFinding } from "./file-report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import type { Summary } from "./summary.ts";

/** For people: by file, each finding with its line, then what it all comes to. */
export function prettyReporter(options: ReporterOptions): Reporter {
  const { paint, quiet } = options;
  const waived: WaivedFinding[] = [];
  return {
    file(report) {
      waived.push(...report.waived);
      const shown = report.findings.filter(({ severity }) => !quiet || severity === "error");
      if (shown.length === 0) return "";
      const findings = shown.map((finding) => findingText(finding, report, options));
      return `${paint.underline(visible(report.file))}\n\n${findings.join("\n")}\n`;
    },
    end(summary) {
      const clean = summary.filesWithFindings === 0;
      if (quiet && clean) return "";
      const list = quiet || waived.length === 0 ? "" : `${waivedText(waived, paint)}\n\n`;
      return `${list}${summaryLine(summary, quiet, paint)}\n`;
    },
  };
}

function findingText(finding: ReportedFinding, report: FileReport, { paint, columns }: ReporterOptions): string {
  const { start, end, severity, rule, message, help, docs, related, fixes } = finding;
  const color = paint[severity];
  const place = paint.dim(`${start.line + 1}:${start.character + 1}`);
  const frame = codeFrame(report.lines, start, end, { columns: columns - 2, gutter: paint.dim, mark: color });
  const lines = [
    `  ${place}  ${paint.bold(color(SEVERITIES[severity]()))}${color(`[${rule}]`)}: ${paint.bold(visible(message))}`,
    ...frame.map((line) => `  ${line}`),
  ];
  if (help !== undefined) lines.push(note(render(say`help`), help, paint));
  for (const each of related) {
    const at = `${each.start.line + 1}:${each.start.character + 1}`;
    lines.push(
      note(render(say`see`), `${each.file === report.file ? at : `${each.file}:${at}`}: ${each.message}`, paint),
    );
  }
  if (fixes.length > 0) lines.push(note(fixesText(fixes.length), fixes.map(({ title }) => title).join("; "), paint));
  lines.push(note(render(say`docs`), docs, { ...paint, good: paint.dim }));
  return `${lines.join("\n")}\n`;
}

const SEVERITIES = {
  error: () => render(say`error`),
  warning: () => render(say`warning`),
  hint: () => render(say`hint`),
} as const;

function note(label: string, text: string, paint: Paint): string {
  return `  ${paint.good(`${label}:`)} ${visible(text)}`;
}

function waivedText(waived: readonly WaivedFinding[], paint: Paint): string {
  const lines = waived.map(({ file, start, rule, waiver }) => {
    const words = [waiver.by, waiver.until && render(say`until ${waiver.until}`)].filter(Boolean).join(", ");
    const why = `${waiver.reason ? `: ${waiver.reason}` : ""}${words ? ` (${words})` : ""}`;
    return `  ${visible(`${file}:${start.line + 1}:${start.character + 1}  ${rule}${why}`)}`;
  });
  return [paint.bold(`${render(say`Waived`)}:`), ...lines].join("\n");
}

/** `3 errors, 1 warning in 2 of 14 files · 2 waived` */
function summaryLine(summary: Summary, quiet: boolean, paint: Paint): string {
  const waived = apart(summary);
  const files = filesText(summary.files);
  if (summary.filesWithFindings === 0)
    return `${paint.good("✓")} ${render(say`Nothing to report in ${files}`)}${waived}`;
  const counts = [
    summary.errors > 0 && paint.error(errorsText(summary.errors)),
    summary.warnings > 0 && paint.warning(warningsText(summary.warnings)),
    summary.hints > 0 && paint.hint(hintsText(summary.hints)),
  ].filter((count) => count !== false);
  const where: Message = summary.files === 1 ? say`in 1 file` : say`in ${summary.filesWithFindings} of ${files}`;
  const hidden = quiet && summary.warnings + summary.hints > 0 ? ` · ${render(say`only errors are shown`)}` : "";
  return `${paint.bold(`${counts.join(", ")} ${render(where)}`)}${waived}${hidden}`;
}

function apart({ waived, known }: Summary): string {
  return `${waived > 0 ? ` · ${render(say`${waived} waived`)}` : ""}${known > 0 ? ` · ${render(say`${known} known`)}` : ""}`;
}
