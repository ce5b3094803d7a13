import type { Day } from "../base/date.ts";
import { Contexts } from "./contexts.ts";
import { readResultsPieces } from "./results-text.ts";
import { sharesTheSame } from "./shared-facts.ts";
import { Shelf } from "./shelf.ts";
import { type EarlierVersion, Snapshot, type Unreadable } from "./snapshot.ts";
import { type ReadOptions, readSpecFile, type SpecFile } from "./spec-file.ts";

/** All texts of the moment. The only thing in the engine that changes; what it hands out never does. */
export class Workspace {
  readonly #files = new Map<string, SpecFile>();
  readonly #unreadable = new Map<string, Unreadable>();
  /** Links that were seen and whose files may not be there yet. */
  readonly #wanted = new Set<string>();
  readonly #shelf: Shelf;
  readonly #contexts: Contexts;
  #shared = 0;
  readonly #history = new Map<string, readonly EarlierVersion[]>();
  #snapshot: Snapshot | undefined;
  /** The last one that was handed out. */
  #latest: Snapshot | undefined;
  #isWhole = true;

  /** `room`: of how many characters of text more than what others see of it is kept in memory. */
  constructor({ room = ROOM }: { readonly room?: number } = {}) {
    this.#shelf = new Shelf(room);
    this.#contexts = new Contexts(this.#shelf);
  }

  /** Takes a text, unless it is the one already there. */
  set(uri: string, text: string, { facts, isOpen }: Omit<ReadOptions, "before"> = {}): void {
    this.#unreadable.delete(uri);
    const before = this.#files.get(uri);
    if (before?.text === text && !(isOpen && before.kind && !before.tree.blocks)) return;
    const file = readSpecFile(uri, text, { before, facts, isOpen });
    this.#files.set(uri, file);
    if (before) this.#shelf.drop(before);
    // A text that is only opened is read anew, and says what it said.
    if (!before || (before.text !== text && !sharesTheSame(before, file))) this.#shared++;
    this.#shelf.add(file);
    for (const link of file.links) this.#wanted.add(link);
    this.#snapshot = undefined;
  }

  /** Whether all files that belong to it have been read; what rests on all of them waits until then. */
  set isWhole(isWhole: boolean) {
    if (this.#isWhole === isWhole) return;
    this.#isWhole = isWhole;
    this.#snapshot = undefined;
  }

  /** Reads a table of results that is too long to be kept as a text. */
  setResults(uri: string, pieces: Iterable<string>): void {
    this.#unreadable.delete(uri);
    this.#files.set(uri, readResultsPieces(uri, pieces));
    this.#shared++;
    this.#snapshot = undefined;
  }

  /** Notes what a file said before, the oldest first. */
  setHistory(uri: string, versions: readonly { readonly day: Day; readonly text: string }[]): void {
    this.#history.set(
      uri,
      versions.map(({ day, text }) => ({ day, file: readSpecFile(uri, text) })),
    );
    this.#snapshot = undefined;
  }

  /** Notes why a file that something points to cannot be read. */
  setUnreadable(uri: string, why: Unreadable): void {
    this.#files.delete(uri);
    this.#unreadable.set(uri, why);
    this.#shared++;
    this.#snapshot = undefined;
  }

  delete(uri: string): void {
    const file = this.#files.get(uri);
    if (file) this.#shelf.drop(file);
    const known = this.#files.delete(uri);
    this.#contexts.delete(uri);
    this.#shared++;
    if (this.isNamed(uri)) this.#wanted.add(uri);
    if (this.#unreadable.delete(uri) || known) this.#snapshot = undefined;
  }

  /** Whether a file of the workspace names it as a catalog or as its results. */
  isNamed(uri: string): boolean {
    for (const file of this.#files.values()) if (file.links.includes(uri)) return true;
    return false;
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Files that files of the workspace point to and that nobody has read yet; the host reads them and asks again. */
  wanted(): string[] {
    for (const uri of this.#wanted) if (this.#files.has(uri) || this.#unreadable.has(uri)) this.#wanted.delete(uri);
    return [...this.#wanted];
  }

  /** The state of this moment, the same object until something changes. */
  snapshot(today: Day): Snapshot {
    if (this.#snapshot?.today !== today) this.#snapshot = undefined;
    if (this.#snapshot) return this.#snapshot;
    this.#snapshot = new Snapshot(new Map(this.#files), new Map(this.#unreadable), today, {
      shared: this.#shared,
      isWhole: this.#isWhole,
      contexts: this.#contexts,
      history: new Map(this.#history),
      before: this.#latest,
    });
    this.#latest = this.#snapshot;
    return this.#snapshot;
  }
}

/** Some eight hundred programs of 150 lines, sixty megabytes of trees and documents. */
const ROOM = 4_000_000;
