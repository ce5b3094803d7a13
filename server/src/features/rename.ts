import type { Edit } from "../base/finding.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import { findSymbol, referencesTo, type Target } from "../workspace/resolve.ts";
import type { NamedReference, Snapshot } from "../workspace/snapshot.ts";
import { fileName } from "../workspace/uri.ts";
import { nameAt } from "./name-at.ts";
import { namesElsewhere } from "./names-elsewhere.ts";

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What can be renamed at an offset: the span to edit, and the name it has. */
export function prepareRename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): { span: Span; name: string } | undefined {
  const name = nameAt(snapshot, uri, offset);
  if (!name) return undefined;
  const places = written(snapshot, name.span, name.target.symbol.name);
  const here = places.find((span) => holds(snapshot, span, offset)) ?? places[0];
  return here && { span: here, name: name.target.symbol.name };
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
  const { symbol } = name.target;
  if (newName === symbol.name) return [];
  const uses = referencesTo(snapshot, name.target);
  const clash = clashWith(snapshot, name.target, uses, newName);
  if (clash) return { refused: clash };
  const elsewhere = namesElsewhere(snapshot, name.target);
  if (!elsewhere) {
    return {
      refused: say`The results of this program have too many rows to rename ${code(symbol.name)} in all of them. Make fewer rows of them with ${code("training-spec results import")} first.`,
    };
  }
  const spans = [symbol.span, ...uses.map(({ reference }) => reference.span), ...elsewhere];
  const places = new Map(
    spans.flatMap((span) =>
      written(snapshot, span, symbol.name).map(
        (at) => [`${at.block.uri} ${snapshot.place(at)?.at.start}`, at] as const,
      ),
    ),
  );
  return [...places.values()].map((span) => ({ span, text: newName }));
}

/** Why the new name would be taken for something else, where the thing is defined or where it is used. */
function clashWith(
  snapshot: Snapshot,
  { file, symbol }: Target,
  uses: readonly NamedReference[],
  newName: string,
): Message | undefined {
  const kind = symbol.kind === "metric" || symbol.kind === "behavior" ? "measure" : symbol.kind;
  for (const uri of new Set([file.uri, ...uses.map((use) => use.file.uri)])) {
    const context = snapshot.context(uri);
    const other = context && findSymbol(context, kind, newName);
    if (!other) continue;
    const section = other.symbol.path.slice(0, -1).join(".");
    return other.file.uri === file.uri
      ? say`There is already something called ${code(newName)} here, under ${code(section)}. Choose another name, or rename that one first.`
      : say`${code(newName)} already stands under ${code(section)} in ${code(fileName(other.file.uri))}, and would be taken for it. Choose another name, or rename that one first.`;
  }
  return undefined;
}

/**
 * Where exactly a name stands in a span that holds it: without its quotes, and each time in a text whose parts nobody has
 * placed (a condition over several lines).
 */
function written(snapshot: Snapshot, span: Span, name: string): readonly Span[] {
  const place = snapshot.place(span);
  if (!place) return [];
  const { tree } = place.file;
  const text = tree.text.slice(place.at.start, place.at.end);
  return [...text.matchAll(new RegExp(`(?<![\\w-])${name.replace(/[^\w-]/g, "\\$&")}(?![\\w-])`, "g"))].map(
    ({ index }) => {
      const start = place.at.start + index;
      return tree.spanAt({ start, end: start + name.length });
    },
  );
}

function holds(snapshot: Snapshot, span: Span, offset: number): boolean {
  const at = snapshot.place(span)?.at;
  return at !== undefined && at.start <= offset && offset <= at.end;
}
