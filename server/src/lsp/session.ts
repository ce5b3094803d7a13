import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Day } from "../base/date.ts";
import type { Diagnostic } from "../base/finding.ts";
import type { Translation } from "../base/message.ts";
import { isResultsName } from "../results/results-file.ts";
import { LintAsCache } from "../rules/lint-as-cache.ts";
import { LintCache } from "../rules/lint-cache.ts";
import type { Status } from "../workspace/context.ts";
import { isIgnored } from "../workspace/settings.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { configsAbove, isConfigUri, normalizeUri } from "../workspace/uri.ts";
import { Workspace } from "../workspace/workspace.ts";
import { Breath } from "./breath.ts";
import { Converter } from "./convert.ts";
import { type Files, isOnlyNamed } from "./files.ts";
import { Handover } from "./handover.ts";
import type { Memory, Told } from "./memory.ts";
import { Past } from "./past.ts";

/** Most files that are read at the same time. */
const PARALLEL_READS = 32;

/** The state of one connection: the workspace, what is open, and how the client spells its URIs. */
export class Session {
  readonly #workspace = new Workspace();
  readonly #lintCache = new LintCache();
  readonly #lintAsCache = new LintAsCache();
  readonly #open = new Map<string, string>();
  readonly #versions = new Map<string, number>();
  /** Tables that are open and that no program names: they are nobody's results, and are at hand when one does. */
  readonly #aside = new Map<string, string>();
  readonly #waiting: (() => void)[] = [];
  readonly #folders = new Set<string>();
  /** Specs below the folders that a configuration leaves out. */
  #leftOut: readonly string[] = [];
  readonly #past: Past;
  readonly files: Files;
  readonly handover: Handover;
  #loading: Promise<void> = Promise.resolve();
  #search: Promise<void> = Promise.resolve();
  #searches = 0;
  readonly #today: () => Day;
  readonly translation: Translation | undefined;

  constructor(files: Files, today: () => Day, translation: Translation | undefined, memory?: Memory) {
    this.files = files;
    this.handover = new Handover(memory);
    this.#past = new Past(this.#workspace, files.history && this.handover.noting(files.history));
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

  /** The version of an open text as the client counts; undefined where it is not open. */
  versionOf(uri: string): number | undefined {
    return this.#versions.get(uri);
  }

  get openFiles(): readonly string[] {
    return [...this.#open.keys()];
  }

  get folders(): readonly string[] {
    return [...this.#folders];
  }

  /** Specs below the folders that a configuration leaves out. */
  get leftOut(): readonly string[] {
    return this.#leftOut;
  }

  lint(uri: string): readonly Diagnostic[] {
    return this.#lintCache.lint(this.snapshot, uri, { isOpen: this.isOpen(uri) });
  }

  /** What an earlier session said of a file that is not open, where that still holds. */
  told(uri: string): Told | undefined {
    return this.isOpen(uri) ? undefined : this.handover.told(this.snapshot, uri);
  }

  /** URIs of the other files that what was found in a file rests on. */
  restsOn(uri: string): readonly string[] {
    return this.#lintCache.restsOn(uri);
  }

  /** To be called when all has been said of a file: unless it is open, nobody will look at it soon. */
  leave(uri: string): void {
    if (!this.isOpen(uri)) this.snapshot.leave(uri);
  }

  /** The findings of a file as they would count in a status; in its own where there is none. */
  lintAs(uri: string, status: Status | undefined): readonly Diagnostic[] {
    return status === undefined ? this.lint(uri) : this.#lintAsCache.lint(this.snapshot, uri, status);
  }

  /** Takes the text of the editor, which counts from now on instead of the file's. */
  show(document: TextDocument): void {
    const uri = normalizeUri(document.uri);
    if (!this.#open.has(uri)) this.files.taken?.(document.getText().length);
    this.#open.set(uri, document.uri);
    this.#versions.set(uri, document.version);
    if (isResultsName(uri) && !this.#workspace.isNamed(uri)) {
      this.#aside.set(uri, document.getText());
      this.#workspace.delete(uri);
    } else this.#workspace.set(uri, document.getText(), { isOpen: true });
    this.#changed();
    this.#load(async () => {
      await this.#readAll(this.#configsFor(uri));
      await this.#readWanted();
      await this.#readHistory([uri]);
    });
  }

  /** The editor lets go of a text: the file counts again, or nothing where there is none. */
  close(document: TextDocument): void {
    const uri = normalizeUri(document.uri);
    this.#open.delete(uri);
    this.#versions.delete(uri);
    this.#aside.delete(uri);
    this.#load(async () => {
      await this.#reread(uri);
    });
  }

  /** Files that changed outside the editor. */
  refresh(uris: readonly string[]): void {
    this.#load(async () => {
      await this.#search;
      const changed = uris.map(normalizeUri).filter((uri) => !this.#open.has(uri));
      for (const uri of changed) await this.#reread(uri);
      if (changed.some(isConfigUri)) await this.#findAgain();
      await this.#readWanted();
      for (const uri of uris.map(normalizeUri)) this.#past.forget(uri);
      await this.#readHistory(uris.map(normalizeUri));
    });
  }

  /** Reads all specs below the folders. */
  loadFolders(folders: readonly string[]): Promise<void> {
    for (const folder of folders) this.#folders.add(folder);
    this.#workspace.isWhole = false;
    this.#searches++;
    const search = this.#search
      // What the client opens at once is read from the editor and not from the disk.
      .then(() => new Promise((resolve) => setTimeout(resolve, 10)))
      .then(() => this.#find(folders))
      .finally(() => {
        this.#searches--;
        this.#workspace.isWhole = this.#searches === 0;
        this.#changed();
      });
    this.#search = search.catch(() => {});
    return search.then(() => this.#loading);
  }

  /** Forgets what lies below folders that left the workspace. */
  forgetFolders(folders: readonly string[]): void {
    for (const uri of this.snapshot.files.keys()) {
      if (!this.#open.has(uri) && folders.some((folder) => uri.startsWith(`${folder}/`))) this.#workspace.delete(uri);
    }
    for (const folder of folders) this.#folders.delete(folder);
    this.#changed();
  }

  /** Until everything that was asked for has been read. */
  get settled(): Promise<void> {
    return Promise.all([this.#search, this.#loading]).then(() => this.#rouse({ all: false }));
  }

  /** The same, and until the past of all files has been asked for. */
  get recalled(): Promise<void> {
    return this.settled.then(() => this.#rouse({ all: true }));
  }

  async #rouse(which: { readonly all: boolean }): Promise<void> {
    const roused = this.handover.roused(this.snapshot, which);
    if (roused.length > 0) this.#load(() => this.#readHistory(roused, { isRoused: true }));
    await this.#loading;
  }

  /** Until everything has been read that open files name. The other files of the workspace may still be looked for. */
  get ready(): Promise<void> {
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
    const content = await this.files.read(uri);
    if (this.#open.has(uri)) return;
    const isAsked = !isOnlyNamed(uri) || this.#workspace.isNamed(uri);
    if (content.kind === "text" && isAsked && !this.#isLeftOut(uri)) this.#workspace.set(uri, content.text);
    else if (content.kind !== "text" && this.#workspace.isNamed(uri)) this.#workspace.setUnreadable(uri, content.kind);
    else this.#workspace.delete(uri);
    this.#changed();
  }

  /** The configurations first: they say what is left out. */
  async #find(folders: readonly string[]): Promise<void> {
    await this.handover.open();
    const found = (await this.files.find(folders)).map(normalizeUri);
    const configs = [...found.filter(isConfigUri), ...folders.flatMap(configsAbove)];
    await this.#readAll(configs.filter((uri) => !this.#workspace.has(uri)));
    const leftOut = new Set(found.filter((uri) => this.#isLeftOut(uri)));
    this.#leftOut = [...this.#leftOut.filter((uri) => this.#isLeftOut(uri) && !leftOut.has(uri)), ...leftOut];
    await this.#readAll(found.filter((uri) => !this.#workspace.has(uri) && !leftOut.has(uri)));
    await this.#readWanted();
    await this.handover.compare(this.snapshot);
    await this.#readHistory(this.snapshot.files.keys());
  }

  /** Configurations that count for a file of the workspace and have not been looked for. */
  #configsFor(uri: string): readonly string[] {
    if (![...this.#folders].some((folder) => uri.startsWith(`${folder}/`))) return [];
    const { files, unreadable } = this.snapshot;
    return configsAbove(uri).filter((each) => !files.has(each) && !unreadable.has(each));
  }

  /** A configuration has changed: other files are left out now. */
  async #findAgain(): Promise<void> {
    for (const uri of this.snapshot.files.keys()) {
      if (!this.#open.has(uri) && this.#isLeftOut(uri)) this.#workspace.delete(uri);
    }
    await this.#find([...this.#folders]);
  }

  /** A configuration leaves the file out, and not the whole folder that was opened. */
  #isLeftOut(uri: string): boolean {
    const { files } = this.snapshot;
    if (!isIgnored(files, uri)) return false;
    return ![...this.#folders].some((folder) => uri.startsWith(`${folder}/`) && isIgnored(files, folder));
  }

  /** Asks for the past of files where it matters; `isRoused`: also where it is known what is said of them. */
  async #readHistory(uris: Iterable<string>, { isRoused = false } = {}): Promise<void> {
    const { snapshot } = this;
    const rests = (uri: string) => !isRoused && !this.#open.has(uri) && this.handover.rests(snapshot, uri);
    await this.#past.read(uris, snapshot.today, rests);
    if (this.snapshot !== snapshot) this.#changed();
  }

  async #readWanted(): Promise<void> {
    for (let wanted = this.#workspace.wanted(); wanted.length > 0; wanted = this.#workspace.wanted()) {
      await this.#readAll(wanted);
    }
  }

  async #readAll(uris: readonly string[]): Promise<void> {
    if (uris.length === 0) return;
    const queue = [...uris];
    const breath = new Breath();
    const worker = async (): Promise<void> => {
      for (let uri = queue.pop(); uri !== undefined; uri = queue.pop()) {
        const content = await this.files.read(uri);
        if (content.kind === "text") this.files.taken?.(content.text.length);
        await breath.taken();
        const aside = this.#aside.get(uri);
        if (aside !== undefined) {
          this.#aside.delete(uri);
          this.#workspace.set(uri, aside);
        } else if (this.#open.has(uri) || this.#workspace.has(uri)) continue;
        else if (content.kind === "text")
          this.#workspace.set(uri, content.text, { facts: this.handover.factsOf(uri, content.text) });
        else this.#workspace.setUnreadable(uri, content.kind);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_READS }, worker));
    this.#changed();
  }
}
