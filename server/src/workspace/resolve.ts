import { libraryMetric, nearestLibraryMetrics } from "../library/metric-library.ts";
import type { Context } from "./context.ts";
import { groupBy } from "./group-by.ts";
import { isLibraryReference } from "./metric-view.ts";
import type { NamedReference, Snapshot } from "./snapshot.ts";
import type { SpecFile } from "./spec-file.ts";
import { type DefinedNames, findInParts, namesDefined } from "./symbol-parts.ts";
import type { FileSymbols, Reference, ReferenceKind, SpecSymbol, SymbolKind } from "./symbols.ts";

/** A symbol and the file that defines it. */
export interface Target {
  readonly file: SpecFile;
  readonly symbol: SpecSymbol;
}

/** What each kind of reference may point to, in the file itself and in its catalogs. */
const KINDS: Readonly<Record<Exclude<ReferenceKind, "rule" | "threshold">, readonly SymbolKind[]>> = {
  activity: ["activity"],
  assessment: ["assessment"],
  audience: ["audience"],
  behavior: ["behavior"],
  decision: ["decision"],
  definition: ["definition"],
  goal: ["goal"],
  measure: ["metric", "behavior"],
  metric: ["metric"],
  objective: ["objective"],
  person: ["person"],
  point: ["point"],
  rate: ["rate"],
};

/** Kinds that a catalog can define for others; the rest is looked for in the file alone. */
const SHARED: ReadonlySet<SymbolKind> = new Set(["definition", "goal", "person", "rate"]);

/** The symbol that a name of some kind means in a document, the document's own first. */
export function findSymbol(context: Context, kind: ReferenceKind, name: string): Target | undefined {
  if (kind === "rule" || kind === "threshold") return undefined;
  const kinds = KINDS[kind];
  const own = symbolIn(context.file, kinds, name);
  if (own || !canBeShared(kinds)) return own;
  for (const { file } of context.links.catalogs) {
    const found = symbolIn(file, kinds, name);
    if (found) return found;
  }
  return undefined;
}

function symbolIn(file: SpecFile, kinds: readonly SymbolKind[], name: string): Target | undefined {
  const symbol = symbolsNamed(file.symbols, name).find((each) => kinds.includes(each.kind));
  return symbol && { file, symbol };
}

/** The file itself, and its catalogs where they can define what is looked for. */
function* filesWith(context: Context, kinds: readonly SymbolKind[]): Iterable<SpecFile> {
  yield context.file;
  if (canBeShared(kinds)) for (const { file } of context.links.catalogs) yield file;
}

function canBeShared(kinds: readonly SymbolKind[]): boolean {
  return kinds.some((each) => SHARED.has(each));
}

/** The definitions of a name in a file. Linear once per version of the file, then constant. */
function symbolsNamed(symbols: FileSymbols, name: string): readonly SpecSymbol[] {
  let index = BY_NAME.get(symbols);
  if (!index) {
    index = groupBy(symbols.definitions, (symbol) => symbol.name);
    BY_NAME.set(symbols, index);
  }
  return index.get(name) ?? [];
}

const BY_NAME = new WeakMap<FileSymbols, ReadonlyMap<string, readonly SpecSymbol[]>>();

/** All symbols that a reference of some kind could name in a document. */
export function* candidates(context: Context, kind: ReferenceKind): Iterable<Target> {
  if (kind === "rule" || kind === "threshold") return;
  const kinds = KINDS[kind];
  for (const file of filesWith(context, kinds)) {
    for (const symbol of file.symbols.definitions) if (kinds.includes(symbol.kind)) yield { file, symbol };
  }
}

/** The references of a document that point to nothing. Names of rules and thresholds are not looked at here. */
export function undefinedReferences(context: Context): readonly Reference[] {
  const { symbols } = context.file;
  const own = namesIn(symbols);
  let kept = UNDEFINED_HERE.get(own);
  if (!kept) {
    kept = new WeakMap();
    UNDEFINED_HERE.set(own, kept);
  }
  const here = findInParts(symbols, kept, ({ references }) => references.filter((each) => !isDefinedHere(each, own)));
  return here.filter(({ kind, name }) => isLibraryName(kind, name) || !isShared(context, kind, name));
}

/** References that point to nothing in their own file, by the names that are defined there. */
const UNDEFINED_HERE = new WeakMap<readonly DefinedNames[], WeakMap<FileSymbols, readonly Reference[]>>();

/** Whether a reference points to something in its own file, or in the library. */
function isDefinedHere({ kind, name }: Reference, own: readonly DefinedNames[]): boolean {
  if (kind === "rule" || kind === "threshold") return true;
  if (isLibraryName(kind, name)) return libraryMetric(name) !== undefined;
  return KINDS[kind].some((each) => holds(own, each, name));
}

function isLibraryName(kind: ReferenceKind, name: string): boolean {
  return kind === "definition" && isLibraryReference(name);
}

/** Whether a catalog defines the name. */
function isShared(context: Context, kind: ReferenceKind, name: string): boolean {
  if (kind === "rule" || kind === "threshold") return false;
  return KINDS[kind].some(
    (each) => SHARED.has(each) && context.links.catalogs.some(({ file }) => holds(namesIn(file.symbols), each, name)),
  );
}

function holds(names: readonly DefinedNames[], kind: SymbolKind, name: string): boolean {
  return names.some((each) => each.get(kind)?.has(name) === true);
}

function namesIn(symbols: FileSymbols): readonly DefinedNames[] {
  let names = symbols.names ?? NAMES.get(symbols);
  if (!names) {
    names = [namesDefined(symbols.definitions)];
    NAMES.set(symbols, names);
  }
  return names;
}

const NAMES = new WeakMap<FileSymbols, readonly DefinedNames[]>();

/** Names that a reference of some kind could have meant, library metrics included where they fit. */
export function possibleNames(context: Context, reference: Reference): string[] {
  const names = [...candidates(context, reference.kind)].map(({ symbol }) => symbol.name);
  if (reference.kind !== "definition") return names;
  const near = nearestLibraryMetrics(reference.name.replace(/^library\//, ""), 3).map(({ id }) => `library/${id}`);
  return isLibraryReference(reference.name) ? near : [...names, ...near];
}

/** All references to a symbol in a snapshot, file by file. */
export function referencesTo(snapshot: Snapshot, target: Target): readonly NamedReference[] {
  return snapshot.referencesNamed(target.symbol.name).filter(({ file, reference }) => {
    const context = snapshot.context(file.uri);
    return context && findSymbol(context, reference.kind, reference.name)?.symbol === target.symbol;
  });
}
