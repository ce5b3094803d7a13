import type { Context } from "./context.ts";
import { resolveUri } from "./uri.ts";

/**
 * URIs of the files beside its own that a context may look at: configuration and known findings, catalogs, the results
 * of a program, the programs of a table.
 */
export function filesSeen(context: Context): string[] {
  const { links, program, file, settings } = context;
  const results = program?.results && resolveUri(file.uri, program.results.value);
  const programs = context.programs.flatMap((each) => [each.file.uri, ...each.links.seen]);
  const known = settings.known;
  return [
    ...links.seen,
    ...(settings.from ? [settings.from.uri] : []),
    ...(known === undefined ? [] : [known]),
    ...(results === undefined ? [] : [results]),
    ...programs,
  ];
}
