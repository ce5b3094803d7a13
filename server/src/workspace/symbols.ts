import type { Span } from "../base/span.ts";
import type { Condition } from "../model/condition.ts";
import { conditionIn, fieldOf, type ResolvedShape, resolveShape, type Shape, shapeOfDocument } from "../model/lower.ts";
import type { SpecDocument } from "../model/spec.ts";
import { keyText, type Node, type Pair } from "../syntax/node.ts";
import type { KnownSymbols } from "./known-symbols.ts";
import { type DefinedNames, FoundSymbols } from "./symbol-parts.ts";

/** What has a name of its own in a document. A `definition` is a metric of a catalog, a `metric` one of a program. */
export type SymbolKind =
  | "activity"
  | "assessment"
  | "audience"
  | "behavior"
  | "decision"
  | "definition"
  | "goal"
  | "metric"
  | "objective"
  | "person"
  | "point"
  | "rate";

/** What a name can refer to. A `measure` is a metric or a behavior, a `library` metric is shipped with the product. */
export type ReferenceKind = SymbolKind | "measure" | "rule" | "threshold";

export interface SpecSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** Its key. */
  readonly span: Span;
  /** From its key to the end of what it holds. */
  readonly whole: Span;
  /** The key path of the entry: `metrics`, `save-rate`. */
  readonly path: readonly string[];
}

export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly span: Span;
  /** The key path of the value that holds the name; the name itself is left out where it is a key. */
  readonly path: readonly (string | number)[];
}

/** A path to another file. */
export interface FileReference {
  readonly path: string;
  readonly span: Span;
  readonly of: "catalog" | "results" | "known";
}

export interface FileSymbols {
  readonly definitions: readonly SpecSymbol[];
  readonly references: readonly Reference[];
  readonly files: readonly FileReference[];
  /** What it is put together from, if it is: in a later version of the file, what has not changed is the same object. */
  readonly parts?: readonly FileSymbols[];
  /** Of a file that is edited, the names that it defines: the same list in later versions, as long as they are the same. */
  readonly names?: readonly DefinedNames[];
}

/** All names that a document defines and uses, in the order of the text. `known` is of a document of the same kind. */
export function symbolsOf(document: SpecDocument | undefined, known?: KnownSymbols): FileSymbols {
  const found = new FoundSymbols();
  if (document) visit(document.node, shapeOfDocument(document.is), [], found, known);
  return found.together(known?.namesOf(found.inside));
}

/** `path` is that of the node, and is copied for what is found: it grows and shrinks on the way. */
function visit(
  node: Node,
  shape: Shape | undefined,
  path: (string | number)[],
  found: FoundSymbols,
  known?: KnownSymbols,
): void {
  const of = resolveShape(shape);
  if (of === undefined) return;
  if (of.is === "leaf") visitLeaf(node, of, path, found);
  else if (of.is !== "list") visitPairs(node, of, path, found, known);
  else if (node.kind === "list") {
    for (let index = 0; index < node.items.length; index++) {
      const item = node.items[index];
      path.push(index);
      if (item) visit(item, of.of, path, found);
      path.pop();
    }
  }
}

function visitPairs(
  node: Node,
  of: Exclude<ResolvedShape, { is: "leaf" }>,
  path: (string | number)[],
  found: FoundSymbols,
  known: KnownSymbols | undefined,
): void {
  if (node.kind !== "map") return;
  for (const pair of node.pairs) {
    if (!known) {
      visitPair(pair, of, path, found);
      continue;
    }
    let inside = known.pairs.get(pair);
    if (!inside) {
      const own = new FoundSymbols();
      visitPair(pair, of, path, own, path.length === 0 ? known : undefined);
      inside = own.together();
      known.pairs.set(pair, inside);
    }
    found.inside.push(inside);
  }
}

function visitPair(
  pair: Pair,
  of: Exclude<ResolvedShape, { is: "leaf" }>,
  path: (string | number)[],
  found: FoundSymbols,
  known?: KnownSymbols,
): void {
  const key = keyText(pair);
  if (of.is === "keyed")
    found.references.push({ kind: of.refersTo as ReferenceKind, name: key, span: pair.key, path: [...path] });
  path.push(key);
  if (of.is === "entries") {
    const whole = { block: pair.key.block, start: pair.key.start, end: (pair.value ?? pair.key).end };
    found.definitions.push({ kind: of.kind as SymbolKind, name: key, span: pair.key, whole, path: path.map(String) });
  }
  const inside = of.is === "map" ? (fieldOf(of, key)?.shape ?? of.rest) : of.of;
  if (pair.value) visit(pair.value, inside, path, found, known);
  path.pop();
}

function visitLeaf(
  node: Node,
  shape: { readonly leaf: string; readonly refersTo?: string },
  path: readonly (string | number)[],
  found: FoundSymbols,
): void {
  if (shape.leaf === "cost" && node.kind === "map") {
    for (const pair of node.pairs) {
      if (keyText(pair) === "hourly-rate" && pair.value?.kind === "scalar" && typeof pair.value.value === "string") {
        found.references.push({
          kind: "rate",
          name: pair.value.value,
          span: pair.value,
          path: [...path, "hourly-rate"],
        });
      }
    }
  }
  if (node.kind !== "scalar" || typeof node.value !== "string" || node.value === "") return;
  const name = node.value;
  if (shape.leaf === "path") {
    found.files.push({ path: name, span: node, of: FILES_BY_KEY[String(path[0])] ?? "catalog" });
  } else if (shape.leaf === "condition") {
    found.references.push(...conditionReferences(conditionIn(node, name), [...path]));
  } else if (shape.refersTo) {
    found.references.push({ kind: shape.refersTo as ReferenceKind, name, span: node, path: [...path] });
  }
}

const FILES_BY_KEY: Readonly<Record<string, FileReference["of"]>> = { results: "results", known: "known" };

function conditionReferences(condition: Condition, path: readonly (string | number)[]): Reference[] {
  return condition.clauses.flatMap(({ measure, point }) => [
    { kind: "measure" as const, name: measure.value, span: measure.span, path },
    ...(point ? [{ kind: "point" as const, name: point.value, span: point.span, path }] : []),
  ]);
}
