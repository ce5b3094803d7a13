import type { Target } from "../workspace/resolve.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** Most symbols that one answer holds. */
const LIMIT = 500;

/** All named things whose name holds the letters of the query in that order, best match first. */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly Target[] {
  const wanted = query.toLowerCase().replace(/\s+/g, "-");
  const found: { target: Target; rank: number }[] = [];
  for (const file of snapshot.files.values()) {
    for (const symbol of file.symbols.definitions) {
      const rank = rankOf(symbol.name, wanted);
      if (rank !== undefined) found.push({ target: { file, symbol }, rank });
    }
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      compare(a.target.symbol.name, b.target.symbol.name) ||
      compare(a.target.file.uri, b.target.file.uri),
  );
  return found.slice(0, LIMIT).map(({ target }) => target);
}

/** 0: starts with the query, 1: holds it, 2: holds its letters in order; undefined: none of these. */
function rankOf(name: string, query: string): number | undefined {
  const at = name.indexOf(query);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const letter of query) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 2;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
