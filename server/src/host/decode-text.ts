/**
 * The text of a file, as editors read it: UTF-8 unless a byte order mark says UTF-16; the mark is no part of the text.
 * Bytes that are no text become U+FFFD, which the rule `unreadable-text` reports. Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
