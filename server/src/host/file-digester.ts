import { closeSync, constants, openSync, readFileSync, readSync } from "node:fs";
import { digestOf } from "./digest.ts";

/** Longer than nearly all specs. */
const BUFFER_BYTES = 1024 * 1024;

/** A pipe that has taken the place of a file would wait for somebody to write. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Digests what files hold, as `digestOf` does with bytes that were read, or gives the code of the system. Nothing is
 * looked at beside the bytes, and all files share one buffer: that takes two thirds of the time of reading them one by one.
 */
export function fileDigester(): (path: string) => string {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  return (path) => {
    try {
      const length = readInto(buffer, path);
      return digestOf(length < buffer.length ? buffer.subarray(0, length) : readFileSync(path));
    } catch (error) {
      return error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  };
}

/** How much of the buffer a file fills. */
function readInto(buffer: Buffer, path: string): number {
  const file = openSync(path, FLAGS);
  try {
    let length = 0;
    for (let count = -1; count !== 0 && length < buffer.length; length += count)
      count = readSync(file, buffer, length, buffer.length - length, null);
    return length;
  } finally {
    closeSync(file);
  }
}
