import { say } from "../../base/message.ts";
import { render } from "../language.ts";
import type { FileReport, ReportedFinding } from "./file-report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { shownFindings, wordsOf } from "./shown-findings.ts";
import { isAtLeast } from "./summary.ts";
import { attribute, xmlText } from "./xml.ts";

/**
 * Test results as JUnit writes them: a file is a suite, a finding a case. It fails where it makes the run fail
 * (`--fail-on`); what is waived or known is skipped; a file with no findings is one case that passes.
 */
export function junitReporter(options: ReporterOptions): Reporter {
  let isFirst = true;
  const head = () => {
    const text = isFirst ? '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Training Spec">\n' : "";
    isFirst = false;
    return text;
  };
  return {
    file: (report) => head() + suite(report, options),
    end: () => `${head()}</testsuites>\n`,
  };
}

function suite(report: FileReport, options: ReporterOptions): string {
  const found = shownFindings(report, options);
  const failing = found.filter(({ severity }) => isAtLeast(severity, options.failOn));
  const excused = [
    ...report.waived.map((finding) => ({ finding, why: finding.waiver.reason ?? "Waived." })),
    ...report.known.map((finding) => ({ finding, why: render(say`It stood when the rules were adopted.`) })),
  ];
  const cases = [
    ...found.map((finding) => testCase(finding, outcome(finding, failing.includes(finding)))),
    ...excused.map(({ finding, why }) => testCase(finding, `<skipped${attribute("message", why)}/>`)),
  ];
  if (cases.length === 0) cases.push(`    <testcase${attribute("name", "no findings")}${className(report.file)}/>\n`);
  const counts =
    attribute("tests", cases.length) +
    attribute("failures", failing.length) +
    attribute("errors", 0) +
    attribute("skipped", excused.length);
  return `  <testsuite${attribute("name", report.file)}${counts}>\n${cases.join("")}  </testsuite>\n`;
}

function testCase({ file, start, rule }: ReportedFinding, inside: string): string {
  const name = `${rule} (${start.line + 1}:${start.character + 1})`;
  return `    <testcase${attribute("name", name)}${className(file)}>${inside}</testcase>\n`;
}

function outcome(finding: ReportedFinding, fails: boolean): string {
  const { file, start, severity, rule, message, docs } = finding;
  const place = `${file}:${start.line + 1}:${start.character + 1}`;
  const text = xmlText(`${place}: ${severity}[${rule}]: ${wordsOf(finding)}\n${docs}`);
  if (!fails) return `<system-out>${text}</system-out>`;
  return `<failure${attribute("type", severity)}${attribute("message", message)}>${text}</failure>`;
}

function className(file: string): string {
  return attribute("classname", file.replace(/\.training\.ya?ml$/i, ""));
}
