import type { Day } from "../../base/date.ts";
import { applyEdits, type TextEdit, withoutPlaces } from "../../base/edit.ts";
import type { Diagnostic, Fix } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import { safeFixes } from "../../features/code-actions.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { type LintOptions, lint } from "../../rules/lint.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** A fix may make room for another; more rounds than that go in a circle. */
const MAX_ROUNDS = 10;

export interface Fixed {
  /** Files whose text is another one now, by URI. */
  readonly files: readonly { readonly uri: string; readonly before: string; readonly after: string }[];
  /** How many fixes were applied. */
  readonly count: number;
  /** Files that were left alone, and why. */
  readonly notes: readonly Message[];
}

/** Applies the safe fixes of files to their texts in the workspace, until there are none left. Nothing is written. */
export function applyFixes(
  workspace: Workspace,
  uris: readonly string[],
  { today, shown, ...options }: { readonly today: Day; shown(uri: string): string } & LintOptions,
): Fixed {
  const before = new Map<string, string>();
  const left = new Map<string, Message>();
  let count = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const snapshot = workspace.snapshot(today);
    const changed = new Map<string, string>();
    for (const uri of uris) {
      const text = snapshot.files.get(uri)?.tree.text;
      if (text === undefined || left.has(uri)) continue;
      const diagnostics = lint(snapshot, uri, options);
      const why = reasonToLeave(diagnostics, shown(uri));
      if (why) {
        left.set(uri, why);
        continue;
      }
      const { edits, fixes } = chosenEdits(snapshot, uri, safeFixes(diagnostics));
      const next = applyEdits(text, edits);
      if (next === text) continue;
      count += fixes;
      changed.set(uri, next);
      if (!before.has(uri)) before.set(uri, text);
    }
    if (changed.size === 0) break;
    for (const [uri, text] of changed) workspace.set(uri, text);
  }
  const { files: known } = workspace.snapshot(today);
  const files = [...before].map(([uri, text]) => ({ uri, before: text, after: known.get(uri)?.tree.text ?? text }));
  return { files: files.filter(({ before, after }) => before !== after), count, notes: [...left.values()] };
}

/** Two sides of a merge, or letters that could not be read, are for a person to settle. */
function reasonToLeave(diagnostics: readonly Diagnostic[], name: string): Message | undefined {
  if (diagnostics.some(({ rule }) => rule === "merge-conflict"))
    return say`${code(name)} is not fixed: a merge left a conflict in it.`;
  if (diagnostics.some(({ rule }) => rule === "unreadable-text"))
    return say`${code(name)} is not fixed: some of its letters cannot be read, and writing it would lose them.`;
  return undefined;
}

/** The edits of the fixes that change this file alone and do not meet; the others have their turn in the next round. */
function chosenEdits(snapshot: Snapshot, uri: string, fixes: readonly Fix[]) {
  const tree = snapshot.files.get(uri)?.tree;
  const edits: TextEdit[] = [];
  let count = 0;
  if (!tree) return { edits, fixes: count };
  const eol = tree.text.includes("\r\n") ? "\r\n" : "\n";
  for (const fix of fixes) {
    if (fix.edits.some(({ span }) => span.block.uri !== uri)) continue;
    const own = fix.edits.map((edit) => ({
      ...tree.offsetOf(edit.span),
      text: withoutPlaces(edit).replace(/\r\n|\n/g, eol),
    }));
    if (own.some((edit) => edits.some((other) => meets(edit, other)))) continue;
    edits.push(...own);
    count++;
  }
  return { edits, fixes: count };
}

function meets(one: TextEdit, other: TextEdit): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Writes the fixed texts, each to a file that still holds the text it was made from. */
export function writeFixed(
  fixed: Fixed,
  rewrite: (path: string, before: string, after: string) => string | undefined,
  shown: (uri: string) => string,
): readonly Message[] {
  return fixed.files.flatMap(({ uri, before, after }) => {
    const path = pathOfUri(uri);
    const failure = path === undefined ? "ENOENT" : rewrite(path, before, after);
    if (failure === undefined) return [];
    const name = code(shown(uri));
    return failure === "changed"
      ? [say`${name} is as it was: somebody changed it meanwhile. Run ${code("--fix")} again.`]
      : [say`${name} could not be written (${failure}).`];
  });
}
