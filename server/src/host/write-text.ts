import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: whoever reads it meanwhile sees the old text or the new one. Folders on the way are
 * made; a link stays one; a pipe or a device is written to as it is. Gives the code of the system when that fails.
 */
export function writeText(path: string, content: string | Uint8Array): string | undefined {
  let beside: string | undefined;
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known && !known.isFile()) {
      writeFileSync(path, content);
      return undefined;
    }
    mkdirSync(dirname(path), { recursive: true });
    const file = known ? realpathSync(path) : path;
    beside = `${file}.${process.pid}.tmp`;
    writeFileSync(beside, content, known ? { mode: known.mode } : {});
    renameSync(beside, file);
    return undefined;
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
