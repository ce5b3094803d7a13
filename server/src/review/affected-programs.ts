import type { Context } from "../workspace/context.ts";
import { referencesTo } from "../workspace/resolve.ts";
import type { Difference } from "./differences.ts";

/** Programs that take the changed entry of a catalog: those of today, and those of before where it is gone. */
export function programsAffected({ path, pathBefore, after }: Difference, a: Context, b: Context): Context[] {
  return after ? programsNaming(b, path) : programsNaming(a, pathBefore);
}

function programsNaming({ file, snapshot }: Context, [section, id]: readonly string[]): Context[] {
  const symbol = file.symbols.definitions.find(({ path }) => path[0] === section && path[1] === id);
  if (!symbol) return [];
  const uris = new Set(referencesTo(snapshot, { file, symbol }).map((reference) => reference.file.uri));
  return [...uris].flatMap((uri) => {
    const context = snapshot.context(uri);
    return context?.program ? [context] : [];
  });
}
