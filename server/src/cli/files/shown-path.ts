import path from "node:path";

/** A path as reports show it: from the current folder, with `/`. */
export function shownPath(absolutePath: string, cwd: string): string {
  return path.relative(cwd, absolutePath).split(path.sep).join("/") || ".";
}
