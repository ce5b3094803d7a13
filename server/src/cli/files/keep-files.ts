import path from "node:path";
import { code, type Message, say } from "../../base/message.ts";
import type { Io } from "../io.ts";
import { shownPath } from "./shown-path.ts";

/** A file that is to be written. */
export interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether a text that stands there may be replaced, because it was made the same way and nobody edits it. */
  isOurs(text: string): boolean;
}

/**
 * Writes files, each whole or not at all. Where one would take the place of something that somebody else wrote, none is
 * written, unless `force`. Gives what went wrong.
 */
export function writeFiles(files: readonly NewFile[], io: Io, force: boolean): readonly Message[] {
  const foreign = force ? [] : files.filter((file) => isForeign(file, io));
  if (foreign.length > 0) return foreign.map(({ path: file }) => refusal(file, io.cwd));
  return files.flatMap(({ path: file, content }) => {
    const failure = io.write(file, content);
    return failure === undefined ? [] : [say`${code(shownPath(file, io.cwd))} could not be written (${failure}).`];
  });
}

function isForeign({ path: file, isOurs }: NewFile, io: Io): boolean {
  const found = io.read(file);
  if (found.text !== undefined) return found.text !== "" && !isOurs(found.text);
  // A pipe or a device is meant; a folder fails when it is written to.
  return found.why !== "missing" && found.why !== "folder" && found.detail !== "not a regular file";
}

function refusal(file: string, cwd: string): Message {
  return say`${code(shownPath(file, cwd))} is there already, and may hold what somebody wrote: name another file, or replace it with ${code("--force")}.`;
}

/** Whether a path stands for a folder: it is one, or ends like one. */
export function isFolder(written: string, io: Io): boolean {
  if (/[\\/]$/.test(written)) return true;
  const found = io.read(path.resolve(io.cwd, written));
  return found.text === undefined && found.why === "folder";
}
