import type { Edit } from "../base/finding.ts";
import type { Located } from "../model/located.ts";
import { asScalar } from "../syntax/quote.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { SpecFile } from "../workspace/spec-file.ts";
import { relativePath, resolveUri } from "../workspace/uri.ts";

/** A file or folder that gets another name. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits, made before the files move, after which every path between files leads where it led: catalogs, results,
 * known findings, and paths without wildcards in configurations.
 */
export function renameFiles(snapshot: Snapshot, renames: readonly FileRename[]): readonly Edit[] {
  const moved = (uri: string): string => {
    const rename = renames.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
    return rename ? rename.to + uri.slice(rename.from.length) : uri;
  };
  return [...snapshot.files.values()].flatMap((file) =>
    pathsIn(file).flatMap(({ value, span }) => {
      const target = resolveUri(file.uri, value);
      const [here, there] = [moved(file.uri), moved(target)];
      if (here === file.uri && there === target) return [];
      const path = relativePath(here, there);
      if (resolveUri(here, value) === there || path.includes("://")) return [];
      return [{ span, text: asScalar(path, true) }];
    }),
  );
}

function pathsIn({ document, symbols }: SpecFile): readonly Pick<Located<string>, "value" | "span">[] {
  const named = symbols.files.map(({ path, span }) => ({ value: path, span }));
  if (document?.is !== "config") return named;
  const patterns = [document.ignore, ...(document.paths?.items.map(({ files }) => files) ?? [])];
  return [...named, ...patterns.flatMap((list) => list?.items.filter(({ value }) => !/[*?[\]{}!]/.test(value)) ?? [])];
}
