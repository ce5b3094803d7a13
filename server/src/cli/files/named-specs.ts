import { pathOfUri } from "../../host/file-uri.ts";
import type { TargetSpec } from "../../tables/take-back.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { shownPath } from "./shown-path.ts";

/** The programs among files, with what tables call them: the id, or the file where there is none or another has it too. */
export function namedSpecs(snapshot: Snapshot, uris: readonly string[], cwd: string): readonly TargetSpec[] {
  const found = [...uris].sort().flatMap((uri) => {
    const file = snapshot.files.get(uri);
    if (file?.document?.is !== "program") return [];
    return [{ uri, tree: file.tree, id: file.document.id?.value, path: shownPath(pathOfUri(uri) ?? uri, cwd) }];
  });
  return found.map(({ uri, tree, id, path }) => {
    const isOnly = id !== undefined && found.filter((other) => other.id === id).length === 1;
    return { uri, tree, program: isOnly ? id : path, names: isOnly ? [id, path] : [path] };
  });
}
