import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic, WorkspaceDiagnosticReport } from "vscode-languageserver-protocol";
import { LspClient } from "./lsp.ts";

type SaidOf = Map<string, readonly Diagnostic[]>;

/** A session of an editor that asks for the diagnostics of all files. */
export class EditorSession {
  readonly client = new LspClient();
  readonly said: SaidOf = new Map();
  readonly #ids = new Map<string, string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `open` is called before anything is asked. */
  async begin(
    storage: string | false,
    options: object = {},
    open: (client: LspClient) => Promise<void> = async () => {},
  ): Promise<void> {
    await this.client.initialize({
      folder: pathToFileURL(this.#folder).href,
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
      initializationOptions: { today: "2026-11-22", storage, ...options },
    });
    await open(this.client);
    await this.ask();
  }

  /** Asks until a word is said, but not for ever. */
  async askUntil(word: string): Promise<void> {
    for (let turn = 0; turn < 9 && !JSON.stringify(this.all).includes(word); turn++) await this.ask();
  }

  /** Asks for what has changed since the last time. */
  async ask(): Promise<void> {
    const previousResultIds = [...this.#ids].map(([uri, value]) => ({ uri, value }));
    const { items } = await this.client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds,
    });
    for (const report of items) {
      if (report.kind !== "full") continue;
      this.#ids.set(report.uri, report.resultId ?? "");
      this.said.set(path.relative(this.#folder, fileURLToPath(report.uri)), report.items);
    }
  }

  /** What is said of each file of which anything is said. */
  get all() {
    return [...this.said].filter(([, items]) => items.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
