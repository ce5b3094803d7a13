import type { Severity } from "../../base/finding.ts";
import { visible } from "../terminal/display.ts";
import type { ReportedFinding } from "./file-report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { rootedPath, shownFindings, wordsOf } from "./shown-findings.ts";

/** GitHub keeps ten annotations of each level from one step and drops the others without a word. */
const MOST = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "notice" };

/**
 * Annotations at the lines of a pull request. Of each level the last that has room is held back: where more follow, it
 * says how many in its place, and they stand in the log alone.
 */
export function githubReporter(options: ReporterOptions): Reporter {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  const room = options.annotations ?? MOST;
  const heldBack: Partial<Record<Severity, ReportedFinding>> = {};

  const write = (finding: ReportedFinding): string => {
    const count = ++counts[finding.severity];
    if (count < room) return annotation(finding, options);
    if (count > room) return logLine(finding, options);
    heldBack[finding.severity] = finding;
    return "";
  };

  return {
    file: (report) => shownFindings(report, options).map(write).join(""),
    end() {
      return (["error", "warning", "hint"] as const)
        .map((severity) => {
          const last = heldBack[severity];
          if (!last) return "";
          const more = counts[severity] - room + 1;
          if (more === 1) return annotation(last, options);
          const text = `${more} more ${severity}s are in the log of this step, not here: GitHub shows ${MOST} of each kind.`;
          return `${logLine(last, options)}::${COMMANDS[severity]} title=Training Spec::${escapeData(text)}\n`;
        })
        .join("");
    },
  };
}

function annotation(finding: ReportedFinding, options: ReporterOptions): string {
  const { file, start, end, severity, rule, docs } = finding;
  // GitHub takes columns only within one line.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = {
    file: rootedPath(file, options),
    line: start.line + 1,
    endLine: end.line + 1,
    ...columns,
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(",")}::${escapeData(`${wordsOf(finding)}\n${docs}`)}\n`;
}

/** A dash comes first, so that no name of a file makes a command of it. */
function logLine({ file, start, severity, rule, message }: ReportedFinding, options: ReporterOptions): string {
  const place = `${rootedPath(file, options)}:${start.line + 1}:${start.character + 1}`;
  return `- ${visible(`${place} ${severity}[${rule}]: ${message}`)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
