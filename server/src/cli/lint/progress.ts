import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { Io } from "../io.ts";

/** Work that takes longer says how far it is. */
const PATIENCE = 1000;
/** Between two words about it. */
const PAUSE = 100;
/** Between two looks at what else has happened: a signal, a reader who has gone. */
const BREATH = 50;

/** One line on a terminal that says how far a long run is; nothing anywhere else. */
export class Progress {
  readonly #io: Io;
  readonly #started = performance.now();
  #last = performance.now();
  #breath = performance.now();
  #shown = false;

  constructor(io: Io) {
    this.#io = io;
  }

  /** Takes note of a step. */
  step(words: string): void {
    const now = performance.now();
    if (!this.#io.stderr.isTerminal || now - this.#started < PATIENCE || now - this.#last < PAUSE) return;
    this.#last = now;
    this.#shown = true;
    void this.#io.stderr.write(`\r\u001b[2K${words.slice(0, (this.#io.stderr.columns ?? 80) - 1)}`);
  }

  /** Takes the line away, before anything else is written. */
  async hide(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    await this.#io.stderr.write("\r\u001b[2K");
  }

  /** Lets signals and streams have their turn, now and then. */
  async breathe(): Promise<void> {
    const now = performance.now();
    if (now - this.#breath < BREATH) return;
    await setImmediate();
    this.#breath = performance.now();
  }
}
