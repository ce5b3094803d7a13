import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A table of more bytes is not read at all: some ten million rows. */
export const MAX_TABLE_BYTES = 1_000_000_000;

const PIECE_BYTES = 256 * 1024;

/**
 * The text of a file piece by piece, for tables of any length: UTF-8 unless a byte order mark says UTF-16, as
 * `decodeText`. Throws what the system throws when the file cannot be opened or read.
 */
export function* readPieces(path: string): Generator<string, void> {
  const file = openSync(path, "r");
  try {
    if (!fstatSync(file).isFile()) throw Object.assign(new Error("not a regular file"), { code: "EISDIR" });
    const bytes = new Uint8Array(PIECE_BYTES);
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    for (let total = 0; ; ) {
      const count = readSync(file, bytes);
      total += count;
      if (total > MAX_TABLE_BYTES) throw Object.assign(new Error("too large"), { code: "EFBIG" });
      const piece = bytes.subarray(0, count);
      decoder ??= new TextDecoder(encodingOf(piece));
      yield decoder.decode(piece, { stream: count > 0 });
      if (count === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
