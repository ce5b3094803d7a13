import { entryId } from "../base/entry-id.ts";
import type { Context } from "../workspace/context.ts";
import { candidates } from "../workspace/resolve.ts";
import type { ReferenceKind } from "../workspace/symbols.ts";

/** What can be referred to, by its id and by how people call it. */
export type NamesOf = (kind: string, written: string) => string;

/** Finds the id that a cell means; what nothing is called becomes an id, which then says that nothing has it. */
export function namesIn(context: Context, added: ReadonlyMap<string, string>): NamesOf {
  return (kind, written) => {
    const plain = written.trim().toLowerCase();
    const id = entryId(written, "unnamed");
    for (const { file, symbol } of candidates(context, kind as ReferenceKind)) {
      if (symbol.name === written.trim() || symbol.name === id) return symbol.name;
      if (calledIn(file.document, symbol.path).some((name) => name.toLowerCase() === plain)) return symbol.name;
    }
    return added.get(plain) ?? id;
  };
}

/** Name, title or sentence of an entry. */
function calledIn(document: unknown, path: readonly string[]): readonly string[] {
  let at: unknown = document;
  for (const step of path) {
    const section = (at as { readonly entries?: ReadonlyMap<string, unknown> } | undefined)?.entries;
    at = section ? section.get(step) : (at as Readonly<Record<string, unknown>> | undefined)?.[step];
  }
  const entry = at as Readonly<Record<string, { readonly value?: unknown } | undefined>> | undefined;
  return ["name", "title", "does", "can", "role"].flatMap((field) => {
    const value = entry?.[field]?.value;
    return typeof value === "string" ? [value] : [];
  });
}
