import type { FileReference, FileSymbols, Reference, SpecSymbol, SymbolKind } from "./symbols.ts";

/** What is found in one stretch, and what was found in the stretches inside of it, which comes behind it in the text. */
export class FoundSymbols {
  readonly definitions: SpecSymbol[] = [];
  readonly references: Reference[] = [];
  readonly files: FileReference[] = [];
  readonly inside: FileSymbols[] = [];

  /** `names`: those that are defined in it. */
  together(names?: readonly DefinedNames[]): FileSymbols {
    const { definitions, references, files, inside } = this;
    const isEmpty = definitions.length + references.length + files.length === 0;
    const own = isEmpty ? NO_SYMBOLS : { definitions, references, files };
    if (inside.length === 0 && !names) return own;
    return new JoinedSymbols(isEmpty ? inside : [own, ...inside], names);
  }
}

const NO_SYMBOLS: FileSymbols = { definitions: [], references: [], files: [] };

/** Symbols of several stretches. Their lists are long, and put together when somebody wants one. */
class JoinedSymbols implements FileSymbols {
  readonly parts: readonly FileSymbols[];
  readonly names?: readonly DefinedNames[];
  #definitions: readonly SpecSymbol[] | undefined;
  #references: readonly Reference[] | undefined;
  #files: readonly FileReference[] | undefined;

  constructor(parts: readonly FileSymbols[], names: readonly DefinedNames[] | undefined) {
    this.parts = parts;
    if (names) this.names = names;
  }

  get definitions(): readonly SpecSymbol[] {
    this.#definitions ??= this.parts.flatMap(({ definitions }) => definitions);
    return this.#definitions;
  }

  get references(): readonly Reference[] {
    this.#references ??= this.parts.flatMap(({ references }) => references);
    return this.#references;
  }

  get files(): readonly FileReference[] {
    this.#files ??= this.parts.flatMap(({ files }) => files);
    return this.#files;
  }
}

/**
 * What `find` finds in symbols, in the order of the text. `kept` holds what was found in parts before; `find` must depend on
 * nothing but the symbols.
 */
export function findInParts<T>(
  symbols: FileSymbols,
  kept: WeakMap<FileSymbols, readonly T[]>,
  find: (symbols: FileSymbols) => readonly T[],
): readonly T[] {
  let found = kept.get(symbols);
  if (!found) {
    found = symbols.parts ? symbols.parts.flatMap((part) => findInParts(part, kept, find)) : find(symbols);
    kept.set(symbols, found);
  }
  return found;
}

/** Names, by what they are of. */
export type DefinedNames = ReadonlyMap<SymbolKind, ReadonlySet<string>>;

export function namesDefined(definitions: Iterable<SpecSymbol>): DefinedNames {
  const names = new Map<SymbolKind, Set<string>>();
  for (const { kind, name } of definitions) {
    const known = names.get(kind);
    if (known) known.add(name);
    else names.set(kind, new Set([name]));
  }
  return names;
}

export function isSameNames(one: DefinedNames, other: DefinedNames): boolean {
  if (one.size !== other.size) return false;
  for (const [kind, names] of one) {
    const others = other.get(kind);
    if (others?.size !== names.size) return false;
    for (const name of names) if (!others.has(name)) return false;
  }
  return true;
}
