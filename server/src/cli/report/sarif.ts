import type { Severity } from "../../base/finding.ts";
import { say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { docsUrl } from "../../rules/docs-url.ts";
import { pageOf } from "../../rules/pages.ts";
import { ruleById } from "../../rules/registry.ts";
import { render } from "../language.ts";
import type { FileReport, ReportedEdit, ReportedFinding, ReportedFix, WaivedFinding } from "./file-report.ts";
import { fingerprints } from "./fingerprint.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { rootedPath, shownFindings } from "./shown-findings.ts";

/** GitHub refuses a run with more results (docs.github.com, "SARIF support for code scanning"). */
export const MAX_RESULTS = 25_000;
/** GitHub keeps no more of one result. */
const MAX_RELATED = 100;
/** GitHub takes no longer text there. */
const MAX_DESCRIPTION = 1000;

type Excuse = { readonly kind: "inSource" | "external"; readonly justification: string };

/**
 * SARIF 2.1.0 within the limits of GitHub: findings with fingerprints, fixes and related places, waivers and known
 * findings as suppressions, each rule with its page. Where there are too many, the worst are kept.
 */
export function sarifReporter(options: ReporterOptions): Reporter {
  const fingerprint = fingerprints();
  const rules = new Map<string, number>();
  const kept: Readonly<Record<Severity | "excused", string[]>> = { error: [], warning: [], hint: [], excused: [] };
  let total = 0;

  const keep = (where: keyof typeof kept, finding: ReportedFinding, excuse?: Excuse) => {
    total++;
    // Asked for all, so that those that are kept have the same name in every run.
    const name = fingerprint(finding);
    if (kept[where].length >= MAX_RESULTS) return;
    if (!rules.has(finding.rule)) rules.set(finding.rule, rules.size);
    const index = rules.get(finding.rule) ?? 0;
    kept[where].push(JSON.stringify(resultOf(finding, index, name, options, excuse)));
  };

  return {
    file(report) {
      for (const finding of shownFindings(report, options)) keep(finding.severity, finding);
      for (const [finding, excuse] of excusedIn(report)) keep("excused", finding, excuse);
      return "";
    },
    end() {
      const all = [...kept.error, ...kept.warning, ...kept.hint, ...kept.excused].slice(0, MAX_RESULTS);
      const lines = all.length === 0 ? "[]" : `[\n${all.join(",\n")}\n]`;
      const left = total - all.length;
      const run = {
        tool: { driver: driver([...rules.keys()]) },
        automationDetails: { id: "training-spec/" },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top folder of the repository." } } },
        invocations: [
          { executionSuccessful: true, ...(left > 0 ? { toolExecutionNotifications: [tooMany(left)] } : {}) },
        ],
      };
      const head = JSON.stringify(run).slice(1, -1);
      return `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{${head},"results":${lines}}]}\n`;
    },
  };
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "note" };

function excusedIn({ waived, known }: FileReport): (readonly [ReportedFinding, Excuse])[] {
  return [
    ...waived.map((finding) => [finding, { kind: "inSource", justification: reasonOf(finding) }] as const),
    ...known.map(
      (finding) =>
        [finding, { kind: "external", justification: render(say`It stood when the rules were adopted.`) }] as const,
    ),
  ];
}

function reasonOf({ waiver: { reason, by, until } }: WaivedFinding): string {
  const words = [by, until && `until ${until}`].filter(Boolean).join(", ");
  return `${reason ?? render(say`No reason is given.`)}${words ? ` (${words})` : ""}`;
}

function tooMany(left: number) {
  return {
    level: "warning",
    message: { text: `${left} findings are left out: a run holds at most ${MAX_RESULTS}. The most severe are kept.` },
  };
}

function resultOf(
  finding: ReportedFinding,
  ruleIndex: number,
  name: string,
  options: ReporterOptions,
  excuse?: Excuse,
) {
  const { rule, severity, message, help, related, fixes } = finding;
  const links = related.slice(0, MAX_RELATED);
  // GitHub shows a related place where the message links to it.
  const see = links.map(({ message: text }, index) => `[${linkText(text)}](${index + 1})`).join(" ");
  const text = [plainText(message), help === undefined ? "" : plainText(help), see]
    .filter((each) => each !== "")
    .join(" ");
  const places = fixes.filter(({ edits }) => edits.length > 0);
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text },
    locations: [{ physicalLocation: placeOf(finding, options) }],
    ...(links.length > 0
      ? {
          relatedLocations: links.map((each, index) => ({
            id: index + 1,
            physicalLocation: placeOf({ ...each, end: each.start }, options),
            message: { text: each.message },
          })),
        }
      : {}),
    partialFingerprints: { primaryLocationLineHash: name, "trainingSpecFinding/v1": name },
    ...(places.length > 0 ? { fixes: places.map((fix) => sarifFix(fix, options)) } : {}),
    ...(excuse
      ? { suppressions: [{ kind: excuse.kind, status: "accepted", justification: excuse.justification }] }
      : {}),
  };
}

/** In a message brackets make a link. */
function plainText(text: string): string {
  return text.replace(/[\\[\]]/g, "\\$&");
}

function linkText(text: string): string {
  return plainText(text.replace(/\.$/, ""));
}

function placeOf({ file, start, end }: Pick<ReportedEdit, "file" | "start" | "end">, options: ReporterOptions) {
  return { artifactLocation: artifact(file, options), region: regionOf(start, end) };
}

function artifact(file: string, options: ReporterOptions) {
  const uri = rootedPath(file, options).split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}

function regionOf(start: ReportedEdit["start"], end: ReportedEdit["end"]) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function sarifFix({ title, edits }: ReportedFix, options: ReporterOptions) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file, options),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ start, end, text }) => ({ deletedRegion: regionOf(start, end), insertedContent: { text } })),
    })),
  };
}

function driver(rules: readonly string[]) {
  return {
    name: "Training Spec",
    informationUri: "https://github.com/training-spec/training-spec",
    version: VERSION,
    semanticVersion: VERSION,
    rules: rules.map(ruleOf),
  };
}

/** A rule with its page, whose examples are left out: a reader at a finding wants to know why and what to do. */
function ruleOf(id: string) {
  const rule = ruleById(id);
  const page = (pageOf(id) ?? "").split(/^## Examples/m)[0]?.trim() ?? "";
  const reports = /^Reports [^\n]*/m.exec(page)?.[0] ?? rule?.summary ?? id;
  const markdown = `${page}\n\n[The page of the rule with examples](${docsUrl(id)})`;
  return {
    id,
    name: id.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule ? render({ key: rule.summary, values: [] }) : id },
    fullDescription: { text: reports.slice(0, MAX_DESCRIPTION) },
    helpUri: docsUrl(id),
    help: { text: page.replace(/^#+ /gm, ""), markdown },
    defaultConfiguration: { level: LEVELS[rule?.severity ?? "warning"] },
    properties: {
      tags: ["training-spec", ...(rule ? [rule.family, rule.kind] : [])],
      precision: rule?.decidedBy === "wording" ? "medium" : "high",
      "problem.severity": rule?.severity === "hint" ? "recommendation" : (rule?.severity ?? "warning"),
    },
  };
}
