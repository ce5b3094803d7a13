import { LineIndex, lastAtMost, type Position } from "../base/line-index.ts";
import type { KeptLine } from "./results-file.ts";

/** The lines of a text of which only some are kept. A place in any other line is moved to the one kept before it. */
export class KeptLines extends LineIndex {
  readonly #kept: readonly KeptLine[];
  readonly #starts: readonly number[];
  readonly #numbers: readonly number[];

  constructor(kept: readonly KeptLine[]) {
    super("");
    this.#kept = kept;
    this.#starts = kept.map(({ start }) => start);
    this.#numbers = kept.map(({ line }) => line);
  }

  override get lineCount(): number {
    return (this.#kept.at(-1)?.line ?? 0) + 1;
  }

  override positionAt(offset: number): Position {
    const kept = this.#kept[lastAtMost(this.#starts, offset)];
    if (!kept) return { line: 0, character: 0 };
    return { line: kept.line, character: Math.max(0, Math.min(offset - kept.start, kept.text.length)) };
  }

  override offsetAt({ line, character }: Position): number {
    return Math.min(this.lineStart(line) + Math.max(0, character), this.lineEnd(line));
  }

  override lineStart(line: number): number {
    return this.#at(line)?.start ?? 0;
  }

  override lineEnd(line: number): number {
    const kept = this.#at(line);
    return kept ? kept.start + kept.text.length : 0;
  }

  override lineText(line: number): string {
    const kept = this.#at(line);
    return kept?.line === line ? kept.text : "";
  }

  #at(line: number): KeptLine | undefined {
    return this.#kept[lastAtMost(this.#numbers, line)];
  }
}
