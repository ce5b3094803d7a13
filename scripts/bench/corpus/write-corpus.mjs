import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Of the generator: corpora of an older one are written again. */
const VERSION = createHash("sha256")
  .update(
    readdirSync(import.meta.dirname)
      .sort()
      .map((file) => readFileSync(path.join(import.meta.dirname, file)))
      .join("\n"),
  )
  .digest("hex");

/**
 * Writes a corpus below a folder, unless it is there already. `header`: a line that each file starts with, for a tool that
 * wants one. → { folder, planted }
 */
export function writeCorpus(folder, make, { header = "" } = {}) {
  const stamp = `${folder}.json`;
  if (existsSync(stamp)) {
    const { version, planted } = JSON.parse(readFileSync(stamp, "utf8"));
    if (version === VERSION) return { folder, planted: new Map(planted) };
  }
  rmSync(folder, { recursive: true, force: true });
  const { files, planted = new Map() } = make();
  for (const { path: name, text } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, header + text);
  }
  writeFileSync(stamp, JSON.stringify({ version: VERSION, planted: [...planted] }));
  return { folder, planted };
}
