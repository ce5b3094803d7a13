import { readFileSync, statSync } from "node:fs";
import { MAX_TEXT_LENGTH } from "../syntax/parse.ts";
import type { Unreadable } from "../workspace/snapshot.ts";
import { decodeText } from "./decode-text.ts";

/** A file that is longer holds more than `MAX_TEXT_LENGTH` UTF-16 units in every encoding: at most three bytes each. */
export const MAX_FILE_BYTES = 3 * MAX_TEXT_LENGTH + 3;

/** What is read of a file, or why nothing is; `detail` is the code of the system where the reason is not one of ours. */
export type FileText =
  | { readonly text: string }
  | { readonly text: undefined; readonly why: Unreadable; readonly detail?: string };

/** Reads a file from disk. Its size is looked at first, so that a file beyond the bound costs nothing. Never throws. */
export function readFile(path: string): FileText {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { text: undefined, why: "folder" };
    // A pipe or a device may never end.
    if (!stat.isFile()) return { text: undefined, why: "unreadable", detail: "not a regular file" };
    if (stat.size > MAX_FILE_BYTES) return { text: undefined, why: "too-large" };
    return { text: decodeText(readFileSync(path)) };
  } catch (error) {
    return { text: undefined, ...reasonOf(error) };
  }
}

function reasonOf(error: unknown): { why: Unreadable; detail?: string } {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT" || code === "ENOTDIR") return { why: "missing" };
  if (code === "EISDIR") return { why: "folder" };
  return { why: "unreadable", detail: code };
}
