import { type Basis, basisOf } from "./changes.ts";
import type { Context } from "./context.ts";

/**
 * URIs of the files beside its own that a context may look at: configuration and known findings, catalogs, the results
 * of a program, the programs of a table.
 */
export function filesSeen(context: Context): string[] {
  return filesIn(basisOf(context));
}

/** The same of what a context was made from. */
export function filesIn({ config, known, catalogs, results, namers }: Basis): string[] {
  return [config, known, results, ...catalogs, ...namers].flatMap((each) => each?.uri ?? []);
}
