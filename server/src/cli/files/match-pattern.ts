import path from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import { GitIgnore, repositoryAbove } from "../../host/git-ignore.ts";
import { isSpecName, SKIPPED_FOLDERS } from "../../host/walk.ts";

/** Whether an operand is a pattern, and no name. */
export function isPattern(operand: string): boolean {
  return isDynamicPattern(operand);
}

/** The files that a pattern matches, and the specs among them that `.gitignore` does not leave out. */
export function matchesOf(pattern: string, cwd: string): { readonly matches: string[]; readonly specs: string[] } {
  const matches = globSync(path.sep === "\\" ? pattern.replaceAll("\\", "/") : pattern, {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: SKIPPED_FOLDERS.map((folder) => `**/${folder}/**`),
  }).map((file) => path.normalize(file));
  const ignored = new GitIgnore(repositoryAbove(cwd) ?? cwd);
  const specs = matches.filter((file) => isSpecName(path.basename(file)) && !ignored.leavesOut(file, "file"));
  return { matches, specs };
}
