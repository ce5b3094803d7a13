import { withoutPlaces } from "../../base/edit.ts";
import type { Diagnostic, Fix, Severity } from "../../base/finding.ts";
import type { LineIndex, Position } from "../../base/line-index.ts";
import type { Span } from "../../base/span.ts";
import { docsUrl } from "../../rules/docs-url.ts";
import { documentName, identityOf, mayBeKnown } from "../../rules/known.ts";
import { type LintOptions, lint } from "../../rules/lint.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { render } from "../language.ts";

/** What the rules say of one file, in places that every format understands. */
export interface FileReport {
  readonly file: string;
  readonly lines: LineIndex;
  /** By line, column and rule. */
  readonly findings: readonly ReportedFinding[];
  /** Covered by a waiver: listed and never counted. */
  readonly waived: readonly WaivedFinding[];
  /** Stood when the rules were adopted: counted apart. */
  readonly known: readonly ReportedFinding[];
  /** What the document is called where files of known findings and fingerprints speak of it. */
  readonly document: string;
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
  /** The best first. */
  readonly fixes: readonly ReportedFix[];
  /** What it is about within its document, whatever line that stands in (`identityOf`). */
  readonly identity: string;
  /** The document and the identity: the same as long as it is the same finding. */
  readonly document: string;
  /** Its file may be one of known findings. */
  readonly mayBeKnown: boolean;
}

export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly ReportedEdit[];
}

export interface ReportedEdit {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
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
export function reportFile(
  snapshot: Snapshot,
  uri: string,
  shown: (uri: string) => string,
  options: LintOptions = {},
): FileReport | undefined {
  const context = snapshot.context(uri);
  if (!context) return undefined;
  const { tree } = context.file;
  const file = shown(uri);
  const document = documentName(context);
  const all = lint(snapshot, uri, options).map((diagnostic) => ({
    waiver: diagnostic.waived,
    known: diagnostic.known === true,
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
      fixes: (diagnostic.fixes ?? []).map((fix) => fixOf(snapshot, fix, shown)),
      identity: identityOf(diagnostic, context),
      document,
      mayBeKnown: mayBeKnown(diagnostic),
    } satisfies ReportedFinding,
  }));
  all.sort((a, b) => inOrder(a.finding, b.finding));
  return {
    file,
    lines: tree.lines,
    findings: all.filter(({ waiver, known }) => !waiver && !known).map(({ finding }) => finding),
    waived: all.flatMap(({ waiver, finding }) => (waiver ? [{ ...finding, waiver }] : [])),
    known: all.filter(({ known }) => known).map(({ finding }) => finding),
    document,
  };
}

function positions(
  span: Span,
  tree: { offsetOf(span: Span): { start: number; end: number }; lines: LineIndex },
): { start: Position; end: Position } {
  const { start, end } = tree.offsetOf(span);
  return { start: tree.lines.positionAt(start), end: tree.lines.positionAt(end) };
}

function fixOf(snapshot: Snapshot, { title, edits }: Fix, shown: (uri: string) => string): ReportedFix {
  const places = edits.flatMap((edit) => {
    const file = snapshot.files.get(edit.span.block.uri);
    return file ? [{ file: shown(file.uri), ...positions(edit.span, file.tree), text: withoutPlaces(edit) }] : [];
  });
  return { title: render(title), edits: places };
}

function placeOf(snapshot: Snapshot, span: Span, message: string, shown: (uri: string) => string): ReportedPlace[] {
  const place = snapshot.place(span);
  if (!place) return [];
  return [{ file: shown(place.file.uri), start: place.file.lines.positionAt(place.at.start), message }];
}

function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
