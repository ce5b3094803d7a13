import type { Day } from "../base/date.ts";
import { Snapshot, type Unreadable } from "./snapshot.ts";
import { readSpecFile, type SpecFile } from "./spec-file.ts";
import { resolveUri } from "./uri.ts";

/** All texts of the moment. The only thing in the engine that changes; what it hands out never does. */
export class Workspace {
  readonly #files = new Map<string, SpecFile>();
  readonly #unreadable = new Map<string, Unreadable>();
  #snapshot: Snapshot | undefined;

  /** Reads a text, unless it is the one already there. */
  set(uri: string, text: string): void {
    this.#unreadable.delete(uri);
    if (this.#files.get(uri)?.tree.source === text) return;
    this.#files.set(uri, readSpecFile(uri, text));
    this.#snapshot = undefined;
  }

  /** Notes why a file that something points to cannot be read. */
  setUnreadable(uri: string, why: Unreadable): void {
    this.#files.delete(uri);
    this.#unreadable.set(uri, why);
    this.#snapshot = undefined;
  }

  delete(uri: string): void {
    const known = this.#files.delete(uri);
    if (this.#unreadable.delete(uri) || known) this.#snapshot = undefined;
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Files that files of the workspace point to and that nobody has read yet; the host reads them and asks again. */
  wanted(): string[] {
    const wanted = new Set<string>();
    for (const file of this.#files.values()) {
      for (const reference of file.symbols.files) {
        if (reference.of !== "catalog") continue;
        const uri = resolveUri(file.uri, reference.path);
        if (!this.#files.has(uri) && !this.#unreadable.has(uri)) wanted.add(uri);
      }
    }
    return [...wanted];
  }

  /** The state of this moment, the same object until something changes. */
  snapshot(today: Day): Snapshot {
    if (this.#snapshot?.today !== today) this.#snapshot = undefined;
    this.#snapshot ??= new Snapshot(new Map(this.#files), new Map(this.#unreadable), today);
    return this.#snapshot;
  }
}
