import { readFileSync, statSync } from "node:fs";
import { MAX_FILE_BYTES } from "./read-file.ts";

/** The bytes of a file, or the code of the system; `"EFBIG"` for one that is longer than any text that is read. */
export function readBytes(path: string): Uint8Array | string {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return "not a regular file";
    return stat.size > MAX_FILE_BYTES ? "EFBIG" : readFileSync(path);
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
