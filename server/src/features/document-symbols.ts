import type { Message } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import { type Described, type DocumentKind, describe } from "../schema/describe.ts";
import { keyText, type MapNode, type Pair, pairSpan } from "../syntax/node.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { SymbolKind } from "../workspace/symbols.ts";
import { given } from "./words.ts";

/** An entry of the outline, in the words of the language. */
export interface OutlineItem {
  readonly name: string;
  /** What a person calls it: title, name, or what it says. */
  readonly detail: string | Message | undefined;
  readonly kind: "section" | "entry" | "field";
  /** What the entries of a section are, and what an entry is. */
  readonly of: SymbolKind | undefined;
  /** The section of the document that it stands in, or is. */
  readonly section: string;
  readonly whole: Span;
  readonly span: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline of a document: its sections, and the entries and fields in them that hold more than a word. */
export function documentSymbols(snapshot: Snapshot, uri: string): readonly OutlineItem[] {
  const document = snapshot.files.get(uri)?.document;
  if (!document) return [];
  return itemsOf(document.node, document.is, []);
}

function itemsOf(map: MapNode, kind: DocumentKind, path: readonly string[]): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (const pair of map.pairs) {
    const inner = [...path, keyText(pair)];
    const described = describe(kind, inner);
    const isMap = pair.value?.kind === "map" || pair.value?.kind === "list";
    if (path.length > 0 && !isMap) continue;
    const children = pair.value?.kind === "map" && path.length < 3 ? itemsOf(pair.value, kind, inner) : [];
    const level = path.length === 0 ? "section" : isEntry(kind, path) ? "entry" : "field";
    items.push({
      of: entriesAt(kind, level === "entry" ? path : inner),
      section: inner[0] ?? "",
      name: keyText(pair),
      detail: detailOf(pair, described),
      kind: level,
      whole: pairSpan(pair),
      span: pair.key,
      children,
    });
  }
  return items;
}

function isEntry(kind: DocumentKind, path: readonly string[]): boolean {
  return entriesAt(kind, path) !== undefined;
}

function entriesAt(kind: DocumentKind, path: readonly string[]): SymbolKind | undefined {
  return describe(kind, path)?.definition["x-entries"] as SymbolKind | undefined;
}

/** The first of the keys that say what a thing is, or the value itself. */
function detailOf(pair: Pair, described: Described | undefined): string | Message | undefined {
  const { value } = pair;
  if (value?.kind === "scalar") return String(value.value ?? "");
  if (value?.kind !== "map") return titleOf(described);
  for (const key of ["title", "name", "statement", "does", "can", "role", "use", "if"]) {
    const field = value.pairs.find((each) => keyText(each) === key)?.value;
    if (field?.kind === "scalar" && typeof field.value === "string") return field.value;
  }
  return titleOf(described);
}

function titleOf(described: Described | undefined): Message | undefined {
  const title = described?.property.title;
  return title === undefined ? undefined : given(title);
}
