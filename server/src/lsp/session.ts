import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Day } from "../base/date.ts";
import type { Diagnostic } from "../base/finding.ts";
import type { Translation } from "../base/message.ts";
import { LintCache } from "../rules/lint-cache.ts";
import { isIgnored } from "../workspace/settings.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { isConfigUri, normalizeUri } from "../workspace/uri.ts";
import { Workspace } from "../workspace/workspace.ts";
import { Converter } from "./convert.ts";
import type { Files } from "./files.ts";

/** Most files that are read at the same time. */
const PARALLEL_READS = 32;

/** The state of one connection: the workspace, what is open, and how the client spells its URIs. */
export class Session {
  readonly #workspace = new Workspace();
  readonly #lintCache = new LintCache();
  readonly #open = new Map<string, string>();
  readonly #waiting: (() => void)[] = [];
  #files: Files;
  #loading: Promise<void> = Promise.resolve();
  readonly #today: () => Day;
  readonly translation: Translation | undefined;

  constructor(files: Files, today: () => Day, translation: Translation | undefined) {
    this.#files = files;
    this.#today = today;
    this.translation = translation;
  }

  get snapshot(): Snapshot {
    return this.#workspace.snapshot(this.#today());
  }

  get converter(): Converter {
    return new Converter(this.snapshot, (uri) => this.#open.get(uri) ?? uri, this.translation);
  }

  /** The client's spelling of a URI. */
  spelling(uri: string): string {
    return this.#open.get(uri) ?? uri;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  get openFiles(): readonly string[] {
    return [...this.#open.keys()];
  }

  lint(uri: string): readonly Diagnostic[] {
    return this.#lintCache.lint(this.snapshot, uri);
  }

  /** Takes the text of the editor, which counts from now on instead of the file's. */
  show(document: TextDocument): void {
    const uri = normalizeUri(document.uri);
    this.#open.set(uri, document.uri);
    this.#workspace.set(uri, document.getText());
    this.#changed();
    this.#load(async () => this.#readWanted());
  }

  /** The editor lets go of a text: the file counts again, or nothing where there is none. */
  close(document: TextDocument): void {
    const uri = normalizeUri(document.uri);
    this.#open.delete(uri);
    this.#load(async () => {
      await this.#reread(uri);
    });
  }

  /** Files that changed outside the editor. */
  refresh(uris: readonly string[]): void {
    this.#load(async () => {
      for (const uri of uris.map(normalizeUri)) if (!this.#open.has(uri)) await this.#reread(uri);
      await this.#readWanted();
    });
  }

  /** Reads all specs below the folders. */
  loadFolders(folders: readonly string[]): Promise<void> {
    this.#load(async () => {
      const found = (await this.#files.find(folders)).map(normalizeUri);
      await this.#readAll(found.filter((uri) => isConfigUri(uri) && !this.#workspace.has(uri)));
      const { files } = this.snapshot;
      await this.#readAll(found.filter((uri) => !this.#workspace.has(uri) && !isIgnored(files, uri)));
      await this.#readWanted();
    });
    return this.#loading;
  }

  /** Forgets what lies below folders that left the workspace. */
  forgetFolders(folders: readonly string[]): void {
    for (const uri of this.snapshot.files.keys()) {
      if (!this.#open.has(uri) && folders.some((folder) => uri.startsWith(`${folder}/`))) this.#workspace.delete(uri);
    }
    this.#changed();
  }

  /** Until everything that was asked for has been read. */
  get settled(): Promise<void> {
    return this.#loading;
  }

  /** Resolves when something has changed next. */
  change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** One after the other, so that a later read is never overtaken by an earlier one. */
  #load(work: () => Promise<void>): void {
    this.#loading = this.#loading.then(work);
  }

  #changed(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #reread(uri: string): Promise<void> {
    const content = await this.#files.read(uri);
    if (this.#open.has(uri)) return;
    if (content.kind === "text" && !isIgnored(this.snapshot.files, uri)) this.#workspace.set(uri, content.text);
    else if (content.kind !== "text" && this.#workspace.isNamed(uri)) this.#workspace.setUnreadable(uri, content.kind);
    else this.#workspace.delete(uri);
    this.#changed();
  }

  async #readWanted(): Promise<void> {
    for (let wanted = this.#workspace.wanted(); wanted.length > 0; wanted = this.#workspace.wanted()) {
      await this.#readAll(wanted);
    }
  }

  async #readAll(uris: readonly string[]): Promise<void> {
    const queue = [...uris];
    const worker = async (): Promise<void> => {
      for (let uri = queue.pop(); uri !== undefined; uri = queue.pop()) {
        const content = await this.#files.read(uri);
        if (this.#open.has(uri)) continue;
        if (content.kind === "text") this.#workspace.set(uri, content.text);
        else this.#workspace.setUnreadable(uri, content.kind);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_READS }, worker));
    this.#changed();
  }
}
