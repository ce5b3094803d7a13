import type { Stretch } from "../base/span.ts";
import { type ResolvedShape, resolveShape, type Shape, shapeOfDocument } from "../model/lower.ts";
import { keyText, type Node, type ScalarNode } from "../syntax/node.ts";
import type { Context } from "../workspace/context.ts";
import { isLibraryReference } from "../workspace/metric-view.ts";
import { findSymbol } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { SymbolKind } from "../workspace/symbols.ts";

/** What a word is. A metric of a catalog and one of a program have the same color. */
export const TOKEN_TYPES = [
  "metric",
  "behavior",
  "objective",
  "activity",
  "assessment",
  "audience",
  "point",
  "decision",
  "goal",
  "person",
  "rate",
  "date",
  "number",
  "unit",
  "operator",
  "keyword",
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** `declaration`: where it is defined; `defaultLibrary`: shipped with the product. */
export const TOKEN_MODIFIERS = ["declaration", "defaultLibrary"] as const;

export interface SemanticToken extends Stretch {
  readonly type: TokenType;
  readonly modifier?: (typeof TOKEN_MODIFIERS)[number];
}

/**
 * What the words between two offsets are, in the order of the text, none over another or over the end of a line. A name
 * that means nothing has no color of its own.
 */
export function semanticTokens(snapshot: Snapshot, uri: string, within: Stretch): readonly SemanticToken[] {
  const context = snapshot.context(uri);
  if (!context?.file.document) return [];
  const { tree } = context.file;
  const found = [...named(context), ...valuesOf(context)]
    .filter(({ start, end }) => start < end && end > within.start && start < within.end)
    .filter(({ start, end }) => !/[\r\n]/.test(tree.text.slice(start, end)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let last = -1;
  return found.filter((token) => {
    if (token.start < last) return false;
    last = token.end;
    return true;
  });
}

function* named(context: Context): Iterable<SemanticToken> {
  const { symbols, tree } = context.file;
  for (const { kind, span } of symbols.definitions)
    yield { ...tree.offsetOf(span), type: typeOf(kind), modifier: "declaration" };
  for (const { kind, name, span } of symbols.references) {
    if (kind === "definition" && isLibraryReference(name))
      yield { ...tree.offsetOf(span), type: "metric", modifier: "defaultLibrary" };
    const target = findSymbol(context, kind, name);
    if (target) yield { ...tree.offsetOf(span), type: typeOf(target.symbol.kind) };
  }
}

function typeOf(kind: SymbolKind): TokenType {
  return kind === "definition" ? "metric" : kind;
}

function* valuesOf({ file }: Context): Iterable<SemanticToken> {
  const { document, tree } = file;
  if (!document) return;
  for (const { key, node, shape } of leavesOf(document.node, shapeOfDocument(document.is), "")) {
    if (key === "unit" && node.style === "plain") yield { ...tree.offsetOf(node), type: "unit" };
    const words = WORDS[shape.leaf];
    if (!words) continue;
    const { start, end } = tree.offsetOf(node);
    for (const match of tree.text.slice(start, end).matchAll(words)) {
      const [type] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
      const at = start + match.index;
      if (type) yield { start: at, end: at + match[0].length, type: type as TokenType };
    }
  }
}

const TIME =
  /(?<date>\d{4}-\d{2}-\d{2})|(?<keyword>\b(?:launch|within)\b)|(?<operator>[+-](?= |\d))|(?<number>\d+)|(?<unit>\b(?:day|week|month|year)s?\b)/g;
const WORDS: Readonly<Record<string, RegExp>> = {
  date: TIME,
  time: TIME,
  duration: TIME,
  condition:
    /(?<![\w-])(?:(?<keyword>and|at|within|limit|change|difference)(?![\w-])|(?<operator>[<>]=?)|(?<number>[+-]?\d[\d.]*(?![\w-]))|(?<unit>%))/g,
};

type Leaf = Extract<ResolvedShape, { is: "leaf" }>;

function* leavesOf(
  node: Node | undefined,
  shape: Shape | undefined,
  key: string,
): Iterable<{ readonly key: string; readonly node: ScalarNode; readonly shape: Leaf }> {
  const of = resolveShape(shape);
  if (!node || !of) return;
  if (of.is === "leaf") {
    if (node.kind === "scalar") yield { key, node, shape: of };
  } else if (of.is === "list") {
    if (node.kind === "list") for (const item of node.items) yield* leavesOf(item, of.of, key);
  } else if (node.kind === "map") {
    for (const pair of node.pairs) {
      const name = keyText(pair);
      const inner = of.is === "map" ? (of.fields.find(([field]) => field === name)?.[2] ?? of.rest) : of.of;
      yield* leavesOf(pair.value, inner, name);
    }
  }
}
