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

  /** Asks for the past of files; of one that `rests` it need not be known. */
  async read(uris: Iterable<string>, today: Day, rests: (uri: string) => boolean): Promise<void> {
    const historyOf = this.#historyOf;
    if (!historyOf) return;
    const { files } = this.#workspace.snapshot(today);
    const fresh = [...uris].filter((uri) => {
      const file = this.#asked.has(uri) || rests(uri) ? undefined : files.get(uri);
      return file !== undefined && hasSettled(file, today);
    });
    if (fresh.length === 0) return;
    for (const uri of fresh) this.#asked.add(uri);
    await loadHistory(this.#workspace, fresh, { today, historyOf });
  }
}
