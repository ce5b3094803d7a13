import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/**
 * Writes a file whole or not at all: whoever reads it meanwhile sees the old text or the new one. A pipe or a device is
 * written to as it is. Gives the code of the system when that fails.
 */
export function writeText(path: string, content: string | Uint8Array): string | undefined {
  const beside = `${path}.${process.pid}.tmp`;
  const known = statSync(path, { throwIfNoEntry: false });
  try {
    if (known && !known.isFile()) {
      writeFileSync(path, content);
      return undefined;
    }
    writeFileSync(beside, content, known ? { mode: known.mode } : {});
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    rmSync(beside, { force: true });
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
