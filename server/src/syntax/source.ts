import type { TextEdit } from "../base/edit.ts";
import type { Stretch } from "../base/span.ts";

/** A stretch of a text as it is given to YAML: some slips mended, and each character in the column it has in the file. */
export class Source {
  readonly text: string;
  /** The text of the file. */
  readonly whole: string;
  readonly within: Stretch;
  /** How many spaces stand for what is before the stretch in its first line. */
  readonly padding: number;
  readonly edits: readonly TextEdit[];
  readonly #starts: number[] = [];
  readonly #pieces: (Stretch & { readonly at: number })[] = [];

  /** The edits count from the start of `whole`; those outside the stretch and those that overlap are left out. */
  constructor(whole: string, within: Stretch, edits: readonly TextEdit[] = []) {
    this.whole = whole;
    this.within = within;
    const column = within.start - (whole.lastIndexOf("\n", within.start - 1) + 1);
    this.padding = within.start === 0 ? 0 : column;
    let text = within.start === 0 ? "" : " ".repeat(column);
    this.#add(0, { start: within.start - column, end: within.start });
    let done = within.start;
    const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const used: TextEdit[] = [];
    for (const edit of sorted) {
      if (edit.start < done || edit.end > within.end) continue;
      this.#add(text.length, { start: done, end: edit.start });
      text += whole.slice(done, edit.start);
      this.#add(text.length, edit);
      text += edit.text;
      done = edit.end;
      used.push(edit);
    }
    this.#add(text.length, { start: done, end: within.end });
    this.text = text === "" && done === 0 && within.end === whole.length ? whole : text + whole.slice(done, within.end);
    this.edits = used;
  }

  /** Where in the file a character of `text` stands. */
  originalOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    return piece ? Math.min(piece.start + offset - piece.at, piece.end) : offset;
  }

  #add(at: number, { start, end }: Stretch): void {
    this.#starts.push(at);
    this.#pieces.push({ at, start, end });
  }
}
