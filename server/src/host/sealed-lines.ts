import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";

/** How much is written at once. */
const PIECE = 1 << 16;

/** The lines of a file that a `SealedLines` wrote; undefined where there is none, or not one as it was written. */
export async function readSealedLines(path: string): Promise<readonly string[] | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return undefined;
  const end = bytes.lastIndexOf("\n");
  const seal = createHash("sha1")
    .update(bytes.subarray(0, end + 1))
    .digest("base64");
  if (end < 0 || bytes.toString("latin1", end + 1) !== seal) return undefined;
  return bytes.toString("utf8", 0, end).split("\n");
}

/** Writes a file line by line, whole or not at all, with a digest at its end that tells damage. */
export class SealedLines {
  readonly #path: string;
  readonly #beside: string;
  readonly #hash = createHash("sha1");
  #file: number | undefined;
  #waiting = "";

  /** Makes the folder where there is none; only its owner may look into that. Throws where nothing can be written. */
  constructor(path: string) {
    this.#path = path;
    this.#beside = `${path}.${process.pid}.tmp`;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#file = openSync(this.#beside, "w", 0o600);
  }

  /** A line holds no line break. */
  add(line: string): void {
    this.#waiting += `${line}\n`;
    if (this.#waiting.length >= PIECE) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#write(this.#hash.digest("base64"));
    this.#end();
    renameSync(this.#beside, this.#path);
  }

  /** Leaves what stood there before. */
  giveUp(): undefined {
    this.#end();
    rmSync(this.#beside, { force: true });
    return undefined;
  }

  #flush(): void {
    this.#hash.update(this.#waiting);
    this.#write(this.#waiting);
    this.#waiting = "";
  }

  #write(text: string): void {
    if (this.#file !== undefined) writeSync(this.#file, text);
  }

  #end(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
