import type { Edit } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import { referencesTo } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { nameAt } from "./name-at.ts";

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What can be renamed at an offset: the span to edit, and the name it has. */
export function prepareRename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): { span: Span; name: string } | undefined {
  const name = nameAt(snapshot, uri, offset);
  return name && { span: name.span, name: name.target.symbol.name };
}

/** The edits, in every file, that give the thing at an offset another name; or why that name cannot be taken. */
export function rename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  newName: string,
): readonly Edit[] | { readonly refused: Message } {
  const name = nameAt(snapshot, uri, offset);
  if (!name) return { refused: say`There is nothing to rename here.` };
  if (!ID.test(newName)) {
    return {
      refused: say`${code(newName)} cannot be used as an id: it takes small letters, digits and hyphens, and starts with a letter.`,
    };
  }
  const { symbol, file } = name.target;
  const section = symbol.path.slice(0, -1).join(".");
  const taken = file.symbols.definitions.some(
    (other) => other.name === newName && other.path.slice(0, -1).join(".") === section,
  );
  if (taken && newName !== symbol.name)
    return { refused: say`There is already something called ${code(newName)} here.` };
  const spans = [symbol.span, ...referencesTo(snapshot, name.target).map(({ reference }) => reference.span)];
  return spans.map((span) => ({ span: withoutQuotes(snapshot, span, symbol.name), text: newName }));
}

/** Quotes around a name stay where they are. */
function withoutQuotes(snapshot: Snapshot, span: Span, name: string): Span {
  const place = snapshot.place(span);
  if (!place || place.at.end - place.at.start !== name.length + 2) return span;
  return place.file.tree.spanAt({ start: place.at.start + 1, end: place.at.end - 1 });
}
