import type { Day } from "../base/date.ts";
import { hasSettled } from "../review/settled-version.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { CommittedText } from "./git-history.ts";

/** Gives files their past, by their URIs; a file without one is left out. */
export type HistoryOf = (uris: readonly string[]) => Promise<ReadonlyMap<string, readonly CommittedText[]>>;

/** Puts the past of files into a workspace: of those alone that were launched or approved, so that most runs need no Git. */
export async function loadHistory(
  workspace: Workspace,
  uris: Iterable<string>,
  { today, historyOf }: { readonly today: Day; readonly historyOf: HistoryOf },
): Promise<void> {
  const snapshot = workspace.snapshot(today);
  const settled = [...uris].filter((uri) => {
    const file = snapshot.files.get(uri);
    return file !== undefined && hasSettled(file, today);
  });
  if (settled.length === 0) return;
  for (const [uri, versions] of await historyOf(settled)) workspace.setHistory(uri, versions);
}
