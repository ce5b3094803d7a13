import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
} from "vscode-languageserver-protocol";

const SERVER = path.resolve("dist/server.node.js");

/** The built server as a child process, with a client that answers what servers ask. */
export class LspClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly exit: Promise<number | null>;
  readonly published = new Map<string, readonly Diagnostic[]>();
  #waiting: { uri: string; resolve: (diagnostics: readonly Diagnostic[]) => void }[] = [];

  constructor(args: readonly string[] = ["--stdio"], server = SERVER) {
    const env = { ...process.env };
    delete env.NODE_EXTRA_CA_CERTS;
    this.process = spawn(process.execPath, [server, ...args], { stdio: ["pipe", "pipe", "inherit"], env });
    this.exit = new Promise((resolve) => this.process.once("exit", resolve));
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error("the server has no streams");
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("workspace/diagnostic/refresh", () => null);
    this.connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.published.set(uri, diagnostics);
        this.#waiting = this.#waiting.filter((waiting) => waiting.uri !== uri || void waiting.resolve(diagnostics));
      },
    );
    this.connection.listen();
  }

  async initialize(options: {
    folder?: string;
    capabilities?: ClientCapabilities;
    initializationOptions?: object;
  }): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folder ? [{ uri: options.folder, name: "folder" }] : null,
      capabilities: options.capabilities ?? {},
      initializationOptions: { today: "2026-11-22", storage: false, ...options.initializationOptions },
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "training-spec", version: 1, text },
    });
  }

  change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** The next diagnostics that are pushed for a file. Fails loudly when none come. */
  nextPublished(uri: string): Promise<readonly Diagnostic[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no diagnostics for ${uri} within 5 seconds`)), 5000);
      const done = (diagnostics: readonly Diagnostic[]): void => {
        clearTimeout(timer);
        resolve(diagnostics);
      };
      this.#waiting.push({ uri, resolve: done });
    });
  }

  /** Says goodbye as the protocol wants it; the exit code of the server. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    const code = await this.exit;
    this.connection.dispose();
    return code;
  }

  kill(): void {
    this.process.kill("SIGKILL");
    this.connection.dispose();
  }
}
