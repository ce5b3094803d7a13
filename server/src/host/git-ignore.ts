import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ignore, { type Ignore } from "ignore";

/** What the `.gitignore` files of a folder, and of all folders below it, say of the paths below it. */
export class GitIgnore {
  readonly #top: string;
  readonly #files = new Map<string, readonly IgnoreFile[]>();
  readonly #folders = new Map<string, boolean>();

  /** `top` is absolute. */
  constructor(top: string) {
    this.#top = top;
  }

  /** Says it of the path alone, not of the folders that it stands in. */
  ignores(absolutePath: string, is: "file" | "folder"): boolean {
    for (const { folder, rules } of this.#filesFor(path.dirname(absolutePath))) {
      const below = path.relative(folder, absolutePath).split(path.sep).join("/");
      const { ignored, unignored } = rules.test(is === "folder" ? `${below}/` : below);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /** Says it of the path and of every folder that it stands in, as Git does. */
  leavesOut(absolutePath: string, is: "file" | "folder"): boolean {
    if (!isBelow(absolutePath, this.#top)) return false;
    return this.#leavesOutFolder(path.dirname(absolutePath)) || this.ignores(absolutePath, is);
  }

  #leavesOutFolder(folder: string): boolean {
    if (!isBelow(folder, this.#top)) return false;
    let known = this.#folders.get(folder);
    known ??= this.#leavesOutFolder(path.dirname(folder)) || this.ignores(folder, "folder");
    this.#folders.set(folder, known);
    return known;
  }

  /** The ignore files that speak of what stands in a folder; the nearest first, because it has the last word. */
  #filesFor(folder: string): readonly IgnoreFile[] {
    const known = this.#files.get(folder);
    if (known) return known;
    const above = isBelow(folder, this.#top) ? this.#filesFor(path.dirname(folder)) : [];
    const own = readIgnoreFile(folder);
    const files = own ? [own, ...above] : above;
    this.#files.set(folder, files);
    return files;
  }
}

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The root of the Git repository that a folder stands in. */
export function repositoryAbove(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

function isBelow(absolutePath: string, folder: string): boolean {
  return absolutePath !== folder && absolutePath.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** An ignore file that cannot be read ignores nothing. */
function readIgnoreFile(folder: string): IgnoreFile | undefined {
  const file = path.join(folder, ".gitignore");
  if (!existsSync(file)) return undefined;
  try {
    // Git compares as the file system does; Linux tells upper from lower case.
    const rules = ignore({ ignorecase: process.platform !== "linux" });
    return { folder, rules: rules.add(readFileSync(file, "utf8")) };
  } catch {
    return undefined;
  }
}
