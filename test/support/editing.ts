import { withoutPlaces } from "../../server/src/base/edit.ts";
import { render } from "../../server/src/base/message.ts";
import { completion } from "../../server/src/features/completion.ts";
import type { CompletionItem } from "../../server/src/features/completion-item.ts";
import { hover } from "../../server/src/features/hover.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import type { CaseBlock } from "./literate.ts";
import { refactoredText, refactoringTitles, renamedText } from "./refactoring.ts";

/** A file with a cursor in it, and the snapshot it belongs to. */
export interface CursorPlace {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly text: string;
  readonly cursor: number;
}

/** Block kinds whose cases are about editing: their inputs carry no marks of findings. */
export const EDITING_KINDS: ReadonlySet<string> = new Set([
  "completion",
  "completed",
  "hover",
  "refactorings",
  "refactored",
  "renamed",
]);

/** What such a block should hold. */
export function editingAnswer(block: CaseBlock, place: CursorPlace): string {
  if (block.kind === "hover") return hoverText(place);
  if (block.kind === "completed") return completedText(block, place);
  if (block.kind === "refactorings") return refactoringTitles(place);
  if (block.kind === "refactored") return refactoredText(block, place);
  if (block.kind === "renamed") return renamedText(block, place);
  const items = shownItems(place);
  const first = Number(block.options.first ?? items.length);
  const lines = items.slice(0, first).map(({ label, detail }) => (detail ? `${label}  | ${render(detail)}` : label));
  return [...lines, ...(items.length > first ? [`and ${items.length - first} more`] : [])].join("\n");
}

/** The items that an editor would still show: those whose filter text holds the typed letters in their order. */
function shownItems({ snapshot, uri, text, cursor }: CursorPlace): readonly CompletionItem[] {
  return completion(snapshot, uri, cursor).items.filter(({ replace, filterText, label }) => {
    const typed = text.slice(replace.start, cursor).trimStart().toLowerCase();
    let at = 0;
    for (const unit of (filterText ?? label).toLowerCase()) if (unit === typed[at]) at++;
    return at === typed.length;
  });
}

/** The text after an item is accepted; checks that it can be read at least as well as before. */
function completedText(block: CaseBlock, place: CursorPlace): string {
  const { text, uri } = place;
  const label = block.options.pick?.replaceAll("_", " ");
  const item = shownItems(place).find((each) => label === undefined || each.label === label);
  if (!item) throw new Error(`line ${block.from}: nothing is offered as "${label}"`);
  const inserted = withoutPlaces({ text: item.insertText, ...(item.snippet ? { snippet: true as const } : {}) });
  const result = text.slice(0, item.replace.start) + inserted + text.slice(item.replace.end);
  const fatal = (each: string): number => parse(uri, each).problems.filter((problem) => problem.fatal).length;
  if (fatal(result) > fatal(text)) throw new Error(`line ${block.from}: the text cannot be read any more:\n${result}`);
  if (text.includes("\r\n") && /[^\r]\n/.test(result))
    throw new Error(`line ${block.from}: a line break became another`);
  return result.replaceAll("\r\n", "\n");
}

function hoverText({ snapshot, uri, text, cursor }: CursorPlace): string {
  const found = hover(snapshot, uri, cursor);
  return found ? `[${text.slice(found.span.start, found.span.end)}]\n\n${render(found.markdown)}` : "";
}
