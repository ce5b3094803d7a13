import { uriOfPath } from "../../host/file-uri.ts";
import type { FileText } from "../../host/read-file.ts";
import { isIgnored } from "../../workspace/settings.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { findConfigs } from "./find-configs.ts";

/** Reads the configurations that may count for files, and says which. One that cannot be read counts for nothing. */
export function loadConfigs(
  workspace: Workspace,
  files: Iterable<string>,
  read: (path: string) => FileText,
): readonly string[] {
  return findConfigs(files).filter((config) => {
    const { text } = read(config);
    if (text !== undefined) workspace.set(uriOfPath(config), text);
    return text !== undefined;
  });
}

/**
 * The files that are linted: those that were named, and of those that were found in a folder the ones that no
 * configuration leaves out. In a folder that is itself left out all of them: somebody has named it.
 */
export function withoutIgnored(workspace: Workspace, files: ReadonlyMap<string, string | undefined>): string[] {
  const { files: known } = workspace.snapshot(0);
  return [...files]
    .filter(([file, folder]) => {
      if (folder === undefined || !isIgnored(known, uriOfPath(file))) return true;
      return isIgnored(known, uriOfPath(folder));
    })
    .map(([file]) => file);
}
