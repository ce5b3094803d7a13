import { type Disposable, EventEmitter, type LogOutputChannel, l10n, window, workspace } from "vscode";
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler, State } from "vscode-languageclient";
import { type FileContent, type InitializationOptions, METHODS } from "../../server/src/lsp/protocol.ts";
import { type ClientOptions, clientOptions } from "./client-options.ts";
import { findFiles, readFile } from "./workspace-files.ts";

/** What differs between the places where an extension runs. */
export interface ClientHost {
  /** The language server can read files of a disk by itself. */
  readonly readsFiles: boolean;
  /** The system below it, for bug reports. */
  readonly system: string;
  /** The texts of the language of VS Code, where the server cannot read its own catalogs. */
  readonly translation?: InitializationOptions["translation"];
  /** A folder for what the server found out, kept from one window of a workspace to the next. */
  readonly storage?: string;
  readonly createClient: (id: string, name: string, options: ClientOptions) => BaseLanguageClient;
}

const RESTARTS = 3;
const WITHIN_MS = 3 * 60 * 1000;

/** One language server after another: started, asked, restarted after a crash, given up after several. */
export class LanguageSession implements Disposable {
  readonly #host: ClientHost;
  readonly #output: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  #client: BaseLanguageClient | undefined;
  #files: "client" | "server" = "server";
  #crashes: number[] = [];

  /** What a preview shows may have changed, or another server has started. */
  readonly onChanged = this.#changed.event;

  constructor(host: ClientHost, output: LogOutputChannel) {
    this.#host = host;
    this.#output = output;
  }

  /** Never rejects: a server that does not start is said in the output and in a message with a way out. */
  async start(): Promise<void> {
    this.#files = this.#whoReads();
    const client = this.#host.createClient("trainingSpec", "Training Spec", {
      ...clientOptions(this.#output, this.#files, this.#host),
      errorHandler: this.#errorHandler(),
      // `start` rejects with it, and says it with a way out.
      initializationFailedHandler: () => false,
    });
    this.#client = client;
    client.onRequest(METHODS.find, findFiles);
    client.onRequest<FileContent, void>(METHODS.read, readFile);
    client.onNotification(METHODS.changed, () => this.#changed.fire());
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#changed.fire();
    });
    try {
      await client.start();
    } catch (error) {
      this.#output.error(error instanceof Error ? error : String(error));
      this.#offerRestart(l10n.t("Training Spec cannot check your files: its language server did not start."));
    }
  }

  async restart(): Promise<void> {
    this.#crashes = [];
    await this.#stop();
    await this.start();
  }

  /** Restarts the server where files are now to be read by someone else than before. */
  async foldersChanged(): Promise<void> {
    if (this.#whoReads() !== this.#files) await this.restart();
  }

  /** Answers `undefined` when no server is there to be asked, or when it fails; the failure is in the output. */
  async ask<Answer>(method: string, parameters: object): Promise<Answer | undefined> {
    const client = this.#client;
    if (client?.state !== State.Running) return undefined;
    try {
      return await client.sendRequest<Answer>(method, parameters);
    } catch (error) {
      this.#output.error(`${method}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  /** Says that something did not happen because no server answered, with the way out. */
  sayNoAnswer(what: string): void {
    this.#offerRestart(l10n.t("{0}: the language server of Training Spec did not answer.", what));
  }

  dispose(): void {
    void this.#stop();
    this.#changed.dispose();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A server that crashed or never started cannot be stopped in good order.
      this.#output.debug(String(error));
    }
  }

  #whoReads(): "client" | "server" {
    const onDisk = (workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === "file");
    return this.#host.readsFiles && onDisk ? "server" : "client";
  }

  #errorHandler(): ErrorHandler {
    return {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        const now = Date.now();
        this.#crashes = [...this.#crashes.filter((time) => now - time < WITHIN_MS), now];
        if (this.#crashes.length <= RESTARTS) {
          return {
            action: CloseAction.Restart,
            message: l10n.t("The language server ended and is started again."),
            handled: true,
          };
        }
        this.#offerRestart(
          l10n.t(
            "Training Spec has stopped checking: its language server ended {0} times within minutes. Your files are as you left them.",
            this.#crashes.length,
          ),
        );
        return {
          action: CloseAction.DoNotRestart,
          message: l10n.t("The language server ended too often."),
          handled: true,
        };
      },
    };
  }

  #offerRestart(message: string): void {
    const [restart, showOutput] = [l10n.t("Restart"), l10n.t("Show Output")];
    void window.showErrorMessage(message, restart, showOutput).then((choice) => {
      if (choice === restart) return this.restart();
      if (choice === showOutput) this.#output.show();
      return undefined;
    });
  }
}
