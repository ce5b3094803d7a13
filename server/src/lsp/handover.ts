import type { HistoryOf } from "../host/load-history.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ProgramFacts } from "../workspace/spec-file.ts";
import type { Memory, Told } from "./memory.ts";

/** How long nothing must have changed before what was found out is kept, in milliseconds. */
const IDLE = 2000;

/** Shortest time from one keeping to the next: while somebody writes, each pause would be one. */
const PAUSE = 180_000;

/** What a session takes over from the one before it, and leaves to the next. Without a memory it does nothing. */
export class Handover {
  #memory: Memory | undefined;
  /** Files whose past nobody has asked for, because it is known what is said of them. */
  readonly #resting = new Set<string>();
  #opened: Promise<void> | undefined;
  #compared = false;
  #looked: Snapshot | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: (() => Promise<string | undefined>) | undefined;
  /** The last one of which something was to be kept. */
  #latest: Snapshot | undefined;
  #keeping: Promise<string | undefined> = Promise.resolve(undefined);
  #kept = Number.NEGATIVE_INFINITY;

  constructor(memory: Memory | undefined) {
    this.#memory = memory;
  }

  /** To be called before files are read. */
  open(): Promise<void> {
    this.#opened ??= this.#orForget(this.#memory?.open());
    return this.#opened;
  }

  factsOf(uri: string, text: string): ProgramFacts | undefined {
    return this.#memory?.factsOf(uri, text);
  }

  /** To be called each time all files have been read; the first time counts. */
  async compare(snapshot: Snapshot): Promise<void> {
    if (this.#compared) return;
    this.#compared = true;
    await this.#orForget(this.#memory?.compare(snapshot));
  }

  /** What goes wrong with a memory must cost no more than the memory. */
  async #orForget(work: Promise<void> | undefined): Promise<void> {
    await work?.catch(() => {
      this.#memory = undefined;
    });
  }

  /** What was said of a file in the session before, where that still holds. */
  told(snapshot: Snapshot, uri: string): Told | undefined {
    return snapshot.isWhole ? this.#memory?.told(snapshot, uri) : undefined;
  }

  /** Whether a file needs no past, because what is said of it is known. */
  rests(snapshot: Snapshot, uri: string): boolean {
    if (!this.#memory?.told(snapshot, uri)) return false;
    this.#resting.add(uri);
    return true;
  }

  /** The files of which that is over; `all`: that it is to be over for all of them. */
  roused(snapshot: Snapshot, { all = false } = {}): readonly string[] {
    if (this.#looked === snapshot && !all) return [];
    this.#looked = snapshot;
    const roused = [...this.#resting].filter((uri) => all || !this.#memory?.told(snapshot, uri));
    for (const uri of roused) this.#resting.delete(uri);
    return roused;
  }

  /** The same, with a note of what is asked. */
  noting(historyOf: HistoryOf): HistoryOf {
    return this.#memory?.noting(historyOf) ?? historyOf;
  }

  /** To be called when something new has been said of the files of a snapshot: it is kept once nothing changes any more. */
  keepSoon(snapshot: Snapshot, said: (uri: string) => Told | undefined, current: () => Snapshot): void {
    const memory = this.#memory;
    if (!memory || !snapshot.isWhole || this.#latest === snapshot) return;
    this.#latest = snapshot;
    clearTimeout(this.#timer);
    this.#pending = () => memory.keep(snapshot, said, () => current() !== snapshot);
    this.#timer = setTimeout(() => void this.keep(), Math.max(IDLE, this.#kept + PAUSE - Date.now()));
  }

  /** Keeps at once what is to be kept, and until that is done. Gives the reason where it could not be written. */
  keep(): Promise<string | undefined> {
    clearTimeout(this.#timer);
    const pending = this.#pending;
    this.#pending = undefined;
    if (!pending) return this.#keeping;
    this.#kept = Date.now();
    this.#keeping = this.#keeping.then(pending);
    return this.#keeping;
  }
}
