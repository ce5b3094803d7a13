import type { Unreadable } from "../workspace/snapshot.ts";
import { decodeText } from "./decode-text.ts";
import { readBytes } from "./read-bytes.ts";

/** What is read of a file, or why nothing is; `detail` is the code of the system where the reason is not one of ours. */
export type FileText =
  | { readonly text: string }
  | { readonly text: undefined; readonly why: Unreadable; readonly detail?: string };

/** Reads a file from disk. Never throws. */
export function readFile(path: string): FileText {
  return textOfBytes(readBytes(path));
}

/** What `readBytes` gave, as text. */
export function textOfBytes(bytes: Uint8Array | string): FileText {
  return typeof bytes === "string" ? { text: undefined, ...reasonOf(bytes) } : { text: decodeText(bytes) };
}

function reasonOf(code: string): { why: Unreadable; detail?: string } {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { why: "missing" };
    case "EISDIR":
      return { why: "folder" };
    case "EFBIG":
      return { why: "too-large" };
    default:
      return { why: "unreadable", detail: code };
  }
}
