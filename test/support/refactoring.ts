import { applyEdits, withoutPlaces } from "../../server/src/base/edit.ts";
import type { Edit } from "../../server/src/base/finding.ts";
import { render } from "../../server/src/base/message.ts";
import type { NewFile, Refactoring } from "../../server/src/features/refactoring.ts";
import { refactorings } from "../../server/src/features/refactorings.ts";
import { rename } from "../../server/src/features/rename.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import type { CursorPlace } from "./editing.ts";
import type { CaseBlock } from "./literate.ts";

/** What is offered at the cursor, one to a line; `kind: title`, and why it cannot be done where that is so. */
export function refactoringTitles(place: CursorPlace): string {
  return offered(place)
    .map(({ kind, title, refused }) => `${kind}: ${render(title)}${refused ? `\n  refused: ${render(refused)}` : ""}`)
    .join("\n");
}

/** `pick=1 file=company.training.yaml`: what that file says after the second refactoring; the file with the cursor otherwise. */
export function refactoredText(block: CaseBlock, place: CursorPlace): string {
  const chosen = offered(place)[Number(block.options.pick ?? 0)];
  if (!chosen) throw new Error(`line ${block.from}: there is no such refactoring`);
  const uri = block.options.file ? `file:///case/${block.options.file}` : place.uri;
  const texts = textsAfter(place.snapshot, chosen);
  const text = texts.get(uri) ?? place.snapshot.files.get(uri)?.tree.text;
  if (text === undefined) throw new Error(`line ${block.from}: there is no file ${uri}, only ${[...texts.keys()]}`);
  return text.replaceAll("\r\n", "\n").replace(/\n$/, "");
}

/** `to=new-name file=spec.results.csv`: what that file says after the name at the cursor is another; or why it cannot be. */
export function renamedText(block: CaseBlock, { snapshot, uri, cursor }: CursorPlace): string {
  const edits = rename(snapshot, uri, cursor, (block.options.to ?? "").replaceAll("_", " "));
  if ("refused" in edits) return `refused: ${render(edits.refused)}`;
  const file = block.options.file ? `file:///case/${block.options.file}` : uri;
  const text = textsAfter(snapshot, { edits, creates: [] }).get(file) ?? "unchanged";
  return text.replace(/\n$/, "");
}

/** The texts of all files that edits and new files change. */
export function textsAfter(
  snapshot: Snapshot,
  { edits, creates }: { readonly edits: readonly Edit[]; readonly creates: readonly NewFile[] },
): ReadonlyMap<string, string> {
  const texts = new Map(creates.map(({ uri, text }) => [uri, text]));
  for (const uri of new Set(edits.map(({ span }) => span.block.uri))) {
    const tree = snapshot.files.get(uri)?.tree;
    if (!tree) throw new Error(`an edit of ${uri}, which is not there`);
    const own = edits.filter(({ span }) => span.block.uri === uri);
    const placed = own.map((edit) => ({ ...tree.offsetOf(edit.span), text: withoutPlaces(edit) }));
    const sorted = placed.toSorted((a, b) => a.start - b.start || a.end - b.end);
    for (const [index, edit] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before && before.end > edit.start) throw new Error(`two edits of ${uri} overlap at ${edit.start}`);
    }
    texts.set(uri, applyEdits(tree.text, placed));
  }
  return texts;
}

function offered({ snapshot, uri, cursor }: CursorPlace): readonly Refactoring[] {
  return refactorings(snapshot, uri, { start: cursor, end: cursor });
}
