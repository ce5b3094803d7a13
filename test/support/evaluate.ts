import { parseDay } from "../../server/src/base/date.ts";
import { applyEdits, withoutPlaces } from "../../server/src/base/edit.ts";
import type { Diagnostic } from "../../server/src/base/finding.ts";
import { render } from "../../server/src/base/message.ts";
import { lint } from "../../server/src/rules/lint.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { EDITING_KINDS, editingAnswer } from "./editing.ts";
import { type Mark, mark, unmark } from "./fixture.ts";
import type { Case, CaseBlock } from "./literate.ts";
import { PREVIEW_KINDS, previewAnswer } from "./preview.ts";

const FOLDER = "file:///case/";
const TODAY = "2026-11-22";

/** What every block of a case should hold; the only place that knows the engine. `rule` narrows findings to one rule. */
export function evaluate(testCase: Case, rule: string | undefined): ReadonlyMap<CaseBlock, string> {
  const { main, places, snapshot } = readCase(testCase);
  const expected = new Map<CaseBlock, string>();
  const first = places.get(main[0] as CaseBlock);
  const editing = testCase.blocks.some(({ kind }) => EDITING_KINDS.has(kind) || PREVIEW_KINDS.has(kind));
  const cursor = [...places.values()].find((place) => place.cursor !== undefined);
  for (const block of testCase.blocks) {
    const place = places.get(block);
    if (block.options.earlier) expected.set(block, block.text);
    else if (place && editing) expected.set(block, block.text);
    else if (EDITING_KINDS.has(block.kind) && cursor)
      expected.set(block, editingAnswer(block, { ...cursor, snapshot, cursor: cursor.cursor ?? 0 }));
    else if (PREVIEW_KINDS.has(block.kind) && first) expected.set(block, previewAnswer(block, snapshot, first.uri));
    else if (place) expected.set(block, mark(place.text, marksOf(snapshot, place.uri, rule), place.cursor));
    else if (block.kind === "fixed" && first) expected.set(block, fixed(snapshot, first.uri, first.text, rule));
    else throw new Error(`line ${block.from}: nobody knows how to check a block "${block.kind}"`);
  }
  return expected;
}

/** Whether a finding of a rule offers a fix in one of the files of a case. */
export function offersFix(testCase: Case, rule: string): boolean {
  const { places, snapshot } = readCase(testCase);
  return [...places.values()].some(({ uri }) =>
    diagnosticsOf(snapshot, uri, rule).some(({ fixes }) => fixes !== undefined && fixes.length > 0),
  );
}

interface ReadCase {
  readonly main: readonly CaseBlock[];
  readonly places: ReadonlyMap<CaseBlock, { uri: string; text: string; cursor: number | undefined }>;
  readonly snapshot: Snapshot;
}

function readCase(testCase: Case): ReadCase {
  const workspace = new Workspace();
  const inputs = testCase.blocks.filter(({ kind }) => kind === "yaml" || kind === "csv" || kind === "json");
  const places = new Map<CaseBlock, { uri: string; text: string; cursor: number | undefined }>();
  const [main, past] = [
    inputs.filter(({ options }) => !options.earlier),
    inputs.filter(({ options }) => options.earlier),
  ];
  for (const [index, block] of main.entries()) {
    const name = block.kind === "csv" ? "spec.results.csv" : `spec${index === 0 ? "" : `-${index}`}.training.yaml`;
    const uri = FOLDER + (block.options.file ?? name);
    const { text, cursor } = withLineBreaks(unmark(block.text), block.options.eol);
    places.set(block, { uri, text, cursor });
    workspace.set(uri, text.repeat(Number(block.options.times ?? 1)));
  }
  for (const uri of new Set(past.map(uriOfEarlier))) {
    const versions = past.filter((block) => uriOfEarlier(block) === uri);
    workspace.setHistory(
      uri,
      versions.map(({ options, text }) => ({ day: parseDay(options.earlier ?? "") ?? 0, text })),
    );
  }
  for (const uri of workspace.wanted()) workspace.setUnreadable(uri, "missing");
  const snapshot = workspace.snapshot(parseDay(main[0]?.options.today ?? TODAY) ?? 0);
  return { main, places, snapshot };
}

/** `earlier=2027-01-10`: the file as it was committed that day, the oldest first. */
function uriOfEarlier({ options }: CaseBlock): string {
  return FOLDER + (options.file ?? "spec.training.yaml");
}

/** `eol=crlf`: the text as Windows writes it. */
function withLineBreaks<T extends { text: string; cursor: number | undefined }>(input: T, eol: string | undefined): T {
  if (eol !== "crlf") return input;
  const { text, cursor } = input;
  const before = cursor === undefined ? 0 : text.slice(0, cursor).split("\n").length - 1;
  return { ...input, text: text.replaceAll("\n", "\r\n"), cursor: cursor === undefined ? undefined : cursor + before };
}

function diagnosticsOf(snapshot: Snapshot, uri: string, rule: string | undefined): Diagnostic[] {
  return lint(snapshot, uri).filter(
    (diagnostic) => !diagnostic.waived && (rule === undefined || diagnostic.rule === rule),
  );
}

function marksOf(snapshot: Snapshot, uri: string, rule: string | undefined): Mark[] {
  const tree = snapshot.files.get(uri)?.tree;
  if (!tree) return [];
  return diagnosticsOf(snapshot, uri, rule).map((diagnostic) => {
    const { start, end } = tree.offsetOf(diagnostic.span);
    const from = tree.lines.positionAt(start);
    const to = tree.lines.positionAt(end);
    const lineEnd = tree.lines.lineText(from.line).length;
    return {
      line: from.line,
      start: from.character,
      end: to.line === from.line ? to.character : lineEnd,
      text: `${diagnostic.severity}[${diagnostic.rule}]: ${render(diagnostic.message)}`,
    };
  });
}

/** The text after the first fix of every finding; checks on the way that each fix changes something and breaks nothing. */
function fixed(snapshot: Snapshot, uri: string, text: string, rule: string | undefined): string {
  const file = snapshot.files.get(uri);
  if (!file) return "";
  const edits = diagnosticsOf(snapshot, uri, rule).flatMap((diagnostic) => {
    const [fix] = diagnostic.fixes ?? [];
    return (fix?.edits ?? [])
      .filter((edit) => edit.span.block.uri === uri)
      .map((edit) => ({ ...file.tree.offsetOf(edit.span), text: withoutPlaces(edit) }));
  });
  const result = applyEdits(text, edits);
  if (result === text) throw new Error("no finding offers a fix that changes the text");
  const again = new Workspace();
  again.set(uri, result);
  const fatalBefore = file.tree.problems.filter((problem) => problem.fatal).length;
  const fatalAfter =
    again
      .snapshot(0)
      .files.get(uri)
      ?.tree.problems.filter((problem) => problem.fatal).length ?? 0;
  if (fatalAfter > fatalBefore) throw new Error(`the fix breaks the text:\n${result}`);
  return result;
}
