import { type Dirent, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { isSpecFileName } from "../workspace/uri.ts";
import { GitIgnore, repositoryAbove } from "./git-ignore.ts";

export interface WalkResult {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Folders that could not be listed, with the code of the system. */
  readonly closed: readonly { readonly folder: string; readonly code: string }[];
}

/** Folders that hold no one's own specs. */
export const SKIPPED_FOLDERS: readonly string[] = [".git", "node_modules"];

/** Whether a name is one of those that mean a spec or a configuration, wherever they stand. */
export function isSpecName(name: string): boolean {
  // `.#x` is the lock file of an editor, a link that leads nowhere.
  return isSpecFileName(name) && !name.startsWith(".#");
}

/**
 * All specs in a folder and below it, but for what `.gitignore` leaves out. Links to folders are not followed. A folder
 * that is itself left out is searched all the same: somebody has named it.
 */
export function walk(folder: string): WalkResult {
  const files: string[] = [];
  const closed: { folder: string; code: string }[] = [];
  const ignored = ignoreFor(folder);
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const start = at.endsWith(path.sep) ? at : at + path.sep;
    for (const entry of entriesOf(at, closed)) {
      const entryPath = start + entry.name;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.includes(entry.name) && !ignored.ignores(entryPath, "folder")) open.push(entryPath);
      } else if (isSpecName(entry.name) && !isLinkToFolder(entry, entryPath) && !ignored.ignores(entryPath, "file")) {
        files.push(entryPath);
      }
    }
  }
  return { files, closed };
}

function ignoreFor(folder: string): GitIgnore {
  const fromRepository = new GitIgnore(repositoryAbove(folder) ?? folder);
  return fromRepository.leavesOut(folder, "folder") ? new GitIgnore(folder) : fromRepository;
}

function entriesOf(folder: string, closed: { folder: string; code: string }[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    closed.push({ folder, code: error instanceof Error && "code" in error ? String(error.code) : String(error) });
    return [];
  }
}

/** A link that leads nowhere or in a circle is not one: reading it says what is wrong with it. */
function isLinkToFolder(entry: Dirent, entryPath: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(entryPath).isDirectory();
  } catch {
    return false;
  }
}
