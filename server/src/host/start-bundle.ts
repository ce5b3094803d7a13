import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { underUsualFlags } from "./modest-heap.ts";

/** A bundle beside the one that starts it, wrapped into a function as modules of Node are (`scripts/build.mjs`). */
export interface Bundle {
  readonly file: string;
  /** Of its text: what was kept for another text is not looked at. */
  readonly hash: string;
  /** Whether this run uses enough of the bundle that what it has compiled is worth keeping for later runs. */
  readonly isTypical: boolean;
}

/** How long a process that does not end has to have run until most of what it uses is compiled. */
const SETTLED = 20_000;

/** Bytes of a checksum. */
const CHECKSUM = 4;

/**
 * Runs a bundle, and gives what it exports, with the code that V8 made of it in an earlier run: compiling takes longer than
 * linting a file. The code is kept beside the bundle, so that nobody can change it who could not change the bundle. What
 * does not fit (another Node, another processor, broken) V8 refuses; where nothing can be written, the bundle is compiled
 * each time.
 */
export function startBundle(folder: string, load: NodeJS.Require, { file, hash, isTypical }: Bundle): unknown {
  const filename = path.join(folder, file);
  const kept = path.join(folder, `${file}.${hash}-${process.versions.v8}-${process.arch}.cache`);
  const isKeeping = !process.env.NODE_DISABLE_COMPILE_CACHE && typeof crc32 === "function";
  const cachedData = isKeeping ? readKept(kept) : undefined;
  // Bundles are plain ASCII, and Latin-1 is read without looking for anything else.
  const script = new Script(readFileSync(filename, "latin1"), { filename, ...(cachedData ? { cachedData } : {}) });
  if (isKeeping && isTypical && (!cachedData || script.cachedDataRejected)) keepLater(script, kept, load);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, load, module, filename, folder);
  return module.exports;
}

/** V8 trusts what it is given and ends the process where the code is damaged, so it has a checksum at its end. */
function readKept(file: string): Buffer | undefined {
  try {
    const kept = readFileSync(file);
    const end = kept.length - CHECKSUM;
    const code = kept.subarray(0, end);
    return kept.readUInt32LE(end) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function withChecksum(code: Buffer): Buffer {
  const checksum = Buffer.alloc(CHECKSUM);
  checksum.writeUInt32LE(crc32(code));
  return Buffer.concat([code, checksum]);
}

/** Once most is compiled: at the end of the process, or after a while. */
function keepLater(script: Script, file: string, load: NodeJS.Require): void {
  const keep = () => {
    process.off("exit", keep);
    clearTimeout(timer);
    writeWhole(file, withChecksum(underUsualFlags(load, () => script.createCachedData())));
  };
  const timer = setTimeout(keep, SETTLED).unref();
  process.once("exit", keep);
}

/** Readers see the whole file or none. Where it cannot be written, the next run compiles again: nothing is lost. */
function writeWhole(file: string, data: Buffer): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, data);
    renameSync(unfinished, file);
  } catch {
    removeQuietly(unfinished);
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The same that kept it from being written.
  }
}
