import { readFileSync } from "node:fs";
import { decodeText } from "./decode-text.ts";
import { writeText } from "./write-text.ts";

/**
 * Takes another text for a file, in the encoding and with the byte order mark that it has. Nothing is written where the
 * file no longer holds the text it should, or would not be the same after: `"changed"`. Else the code of the system.
 */
export function rewriteText(path: string, before: string, after: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    if (decodeText(bytes) !== before || !encodeLike(bytes, before).equals(bytes)) return "changed";
    return writeText(path, encodeLike(bytes, after));
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

function encodeLike(like: Uint8Array, text: string): Buffer {
  if (like[0] === 0xff && like[1] === 0xfe) return Buffer.from(`\ufeff${text}`, "utf16le");
  if (like[0] === 0xfe && like[1] === 0xff) return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  const marked = like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf;
  return Buffer.from(marked ? `\ufeff${text}` : text, "utf8");
}
