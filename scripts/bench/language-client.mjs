import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { childEnvironment } from "./child-environment.mjs";
import { peakMemory } from "./peak-memory.mjs";

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  "vscode-jsonrpc/node",
);
const PATIENCE = 120_000;

/**
 * A language server as a child process, and the least client that it can talk to. `pulls`: diagnostics are asked for, as
 * VS Code does where a server offers it; else they are waited for.
 */
export class LanguageClient {
  #published = new Map();
  #waiting = new Set();
  #version = 1;
  #ended = false;

  constructor({ command, settings = {}, pulls = false, patience = PATIENCE }) {
    this.started = performance.now();
    this.pulls = pulls;
    this.patience = patience;
    this.process = spawn(process.execPath, command, {
      stdio: ["pipe", "pipe", "ignore"],
      env: childEnvironment(),
    });
    const end = () => this.process.kill("SIGKILL");
    process.once("exit", end);
    this.exit = new Promise((resolve) => this.process.once("exit", resolve)).then(() => {
      this.#ended = true;
      process.off("exit", end);
    });
    const { stdin, stdout } = this.process;
    stdin.on("error", () => {});
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const section = (name) => name?.split(".").reduce((found, key) => found?.[key], settings) ?? null;
    this.settings = settings;
    this.connection.onRequest("workspace/configuration", ({ items }) => items.map((item) => section(item.section)));
    this.connection.onRequest("workspace/workspaceFolders", () => []);
    this.connection.onRequest(() => null);
    this.connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.#published.set(uri, diagnostics);
      for (const waiting of this.#waiting) waiting();
    });
    this.connection.onNotification(() => {});
    this.connection.listen();
  }

  async initialize(folder, options = {}) {
    await this.request("initialize", {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: "bench" }],
      initializationOptions: options,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          ...(this.pulls ? { diagnostics: { refreshSupport: true } } : {}),
        },
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
          hover: { contentFormat: ["markdown"] },
          ...(this.pulls ? { diagnostic: {} } : {}),
        },
      },
    });
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", { settings: this.settings });
  }

  open(uri, languageId, text) {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: this.#version, text } });
  }

  change(uri, range, text) {
    const textDocument = { uri, version: ++this.#version };
    this.notify("textDocument/didChange", { textDocument, contentChanges: [{ range, text }] });
  }

  /** Waits for diagnostics of a file that `isFresh` accepts. */
  async diagnostics(uri, isFresh) {
    if (this.pulls) {
      const end = performance.now() + this.patience;
      while (performance.now() < end) {
        const { items } = await this.request("textDocument/diagnostic", { textDocument: { uri } });
        if (isFresh(items)) return items;
      }
      throw new Error(`fresh diagnostics of ${uri}: none within ${this.patience / 1000} s`);
    }
    return this.until(() => {
      const found = this.#published.get(uri);
      return found && isFresh(found) ? found : undefined;
    }, `fresh diagnostics of ${uri}`);
  }

  /** All files that diagnostics were published for. */
  get published() {
    return this.#published;
  }

  /** Waits until something that arrives makes `find` return a value. */
  until(find, what) {
    return this.#patiently(what, (resolve) => {
      const check = () => {
        const found = find();
        if (found === undefined) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  request(method, params) {
    return this.#patiently(`an answer to ${method}`, (resolve, reject) =>
      this.connection.sendRequest(method, params).then(resolve, reject),
    );
  }

  notify(method, params) {
    if (!this.#ended) this.connection.sendNotification(method, params).catch(() => {});
  }

  get memory() {
    return peakMemory(this.process.pid);
  }

  async stop() {
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 3000);
    await this.request("shutdown").catch(() => {});
    this.notify("exit");
    await this.exit;
    clearTimeout(timer);
    this.connection.dispose();
  }

  #patiently(what, start) {
    return new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${what}: ${why}`));
      const timer = setTimeout(() => fail(`nothing within ${this.patience / 1000} s`), this.patience);
      this.exit.then(() => fail("the server ended"));
      start(
        (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        (error) => {
          clearTimeout(timer);
          reject(error);
        },
      );
    });
  }
}
