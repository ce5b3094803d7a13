import { readFileSync, statSync } from "node:fs";
import { MAX_TEXT_LENGTH } from "../syntax/max-text-length.ts";

/** A file that is longer holds more than `MAX_TEXT_LENGTH` UTF-16 units in every encoding: at most three bytes each. */
export const MAX_FILE_BYTES = 3 * MAX_TEXT_LENGTH + 3;

/** What is said of pipes and devices, which may never end. */
export const NOT_REGULAR = "not a regular file";

/**
 * The bytes of a file, or the code of the system; `"EFBIG"` for one that is longer than any text that is read: its size is
 * looked at first, so that it costs nothing. Never throws.
 */
export function readBytes(path: string): Uint8Array | string {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return "EISDIR";
    if (!stat.isFile()) return NOT_REGULAR;
    return stat.size > MAX_FILE_BYTES ? "EFBIG" : readFileSync(path);
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
