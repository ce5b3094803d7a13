import { ReadFile, type SpecFile } from "./spec-file.ts";

/**
 * The files whose content is kept in memory: trees and documents take some sixteen times the length of their texts, and
 * most files of a large workspace are only looked at by others.
 */
export class Shelf {
  readonly #room: number;
  readonly #files = new Set<ReadFile>();
  #used = 0;
  readonly #touch = (file: ReadFile): void => this.touch(file);

  /** `room`: how many characters of text may be kept with their content. */
  constructor(room: number) {
    this.#room = room;
  }

  /** Keeps the content of a file that was just read, if there is any and room for it. */
  add(file: SpecFile): void {
    if (!(file instanceof ReadFile) || !file.isReadable) return;
    if (!file.isRead || this.#used + file.text.length > this.#room) file.release(this.#touch);
    else this.#keep(file);
  }

  /** Keeps the content of a file that is looked at, and lets go of the one that nobody has looked at for longest. */
  touch(file: SpecFile): void {
    if (!(file instanceof ReadFile) || !file.isReadable) return;
    this.drop(file);
    this.#keep(file);
    for (const oldest of this.#files) {
      if (this.#used <= this.#room || this.#files.size <= LEAST) break;
      this.drop(oldest);
      oldest.release(this.#touch);
    }
  }

  /** Lets go of the content of a file that nobody will look at soon. */
  leave(file: SpecFile): void {
    this.drop(file);
    if (file instanceof ReadFile) file.release(this.#touch);
  }

  drop(file: SpecFile): void {
    if (file instanceof ReadFile && this.#files.delete(file)) this.#used -= file.text.length;
  }

  #keep(file: ReadFile): void {
    this.#files.add(file);
    this.#used += file.text.length;
  }
}

/** More than contexts are kept (`Contexts`): a document must stay the same object as long as somebody works with it. */
const LEAST = 300;
