import type { Diagnostic, Severity } from "../../base/finding.ts";
import type { LineIndex, Position } from "../../base/line-index.ts";
import { render } from "../../base/message.ts";
import type { Span } from "../../base/span.ts";
import { docsUrl } from "../../rules/docs-url.ts";
import { lint } from "../../rules/lint.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

/** What the rules say of one file, in places that every format understands. */
export interface FileReport {
  readonly file: string;
  readonly lines: LineIndex;
  /** By line, column and rule. */
  readonly findings: readonly ReportedFinding[];
  /** Covered by a waiver: listed and never counted. */
  readonly waived: readonly WaivedFinding[];
}

export interface ReportedFinding {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly help: string | undefined;
  readonly docs: string;
  readonly related: readonly ReportedPlace[];
  /** What each fix does; the best first. */
  readonly fixes: readonly string[];
}

export interface ReportedPlace {
  readonly file: string;
  readonly start: Position;
  readonly message: string;
}

export interface WaivedFinding extends ReportedFinding {
  readonly waiver: NonNullable<Diagnostic["waived"]>;
}

/** Lints one file. `shown` gives the name of a file in reports. */
export function reportFile(snapshot: Snapshot, uri: string, shown: (uri: string) => string): FileReport | undefined {
  const tree = snapshot.files.get(uri)?.tree;
  if (!tree) return undefined;
  const file = shown(uri);
  const all = lint(snapshot, uri).map((diagnostic) => ({
    waiver: diagnostic.waived,
    finding: {
      file,
      ...positions(diagnostic.span, tree),
      severity: diagnostic.severity,
      rule: diagnostic.rule,
      message: render(diagnostic.message),
      help: diagnostic.help && render(diagnostic.help),
      docs: docsUrl(diagnostic.rule),
      related: (diagnostic.related ?? []).flatMap(({ span, message }) =>
        placeOf(snapshot, span, render(message), shown),
      ),
      fixes: (diagnostic.fixes ?? []).map(({ title }) => render(title)),
    } satisfies ReportedFinding,
  }));
  all.sort((a, b) => inOrder(a.finding, b.finding));
  return {
    file,
    lines: tree.lines,
    findings: all.filter(({ waiver }) => !waiver).map(({ finding }) => finding),
    waived: all.flatMap(({ waiver, finding }) => (waiver ? [{ ...finding, waiver }] : [])),
  };
}

function positions(
  span: Span,
  tree: { offsetOf(span: Span): { start: number; end: number }; lines: LineIndex },
): { start: Position; end: Position } {
  const { start, end } = tree.offsetOf(span);
  return { start: tree.lines.positionAt(start), end: tree.lines.positionAt(end) };
}

function placeOf(snapshot: Snapshot, span: Span, message: string, shown: (uri: string) => string): ReportedPlace[] {
  const place = snapshot.place(span);
  if (!place) return [];
  return [{ file: shown(place.file.uri), start: place.file.tree.lines.positionAt(place.at.start), message }];
}

function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
