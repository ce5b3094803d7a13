import type { Day } from "../base/date.ts";
import { type HistoryOf, loadHistory } from "../host/load-history.ts";
import { hasSettled } from "../review/settled-version.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The past of the files of a workspace, asked for where it matters, once for each. */
export class Past {
  readonly #workspace: Workspace;
  readonly #historyOf: HistoryOf | undefined;
  readonly #asked = new Set<string>();

  constructor(workspace: Workspace, historyOf: HistoryOf | undefined) {
    this.#workspace = workspace;
    this.#historyOf = historyOf;
  }

  /** To be asked for again: a text that was saved may have been committed before. */
  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  /** Asks for the past of files; of those that `rest` nothing has to be known. `note` is told of whom it is asked. */
  async read(
    uris: Iterable<string>,
    today: Day,
    { rest, note }: { rest: (uri: string) => boolean; note: (uris: readonly string[]) => Promise<void> },
  ): Promise<void> {
    const historyOf = this.#historyOf;
    if (!historyOf) return;
    const { files } = this.#workspace.snapshot(today);
    const fresh = [...uris].filter((uri) => {
      const file = this.#asked.has(uri) || rest(uri) ? undefined : files.get(uri);
      return file !== undefined && hasSettled(file, today);
    });
    if (fresh.length === 0) return;
    for (const uri of fresh) this.#asked.add(uri);
    await note(fresh);
    await loadHistory(this.#workspace, fresh, { today, historyOf });
  }
}
