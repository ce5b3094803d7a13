import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { git } from "./git.ts";

/** The commit that a repository is at, and whether its past has been cut off; without a commit where Git cannot say. */
export async function stateOf(top: string): Promise<string> {
  const { text } = await git(top, ["rev-parse", "--is-shallow-repository", "--verify", "HEAD^{commit}"]);
  const [isShallow, commit] = text?.trim().split("\n") ?? [];
  return written(commit ?? "", isShallow === "true");
}

/**
 * The same as it stands in the folder of Git, which takes no process; undefined where that is written in another way than
 * in plain files, or somebody has told Git to look elsewhere.
 */
export function stateOnDisk(top: string): string | undefined {
  const folders = foldersOfGit(top);
  const commit = folders && commitIn(textIn(path.join(folders.own, "HEAD")), folders.common);
  return commit && written(commit, isShallowAt(folders.common));
}

/** Whether the past of a repository has been cut off, in the same way. */
export function isShallowOnDisk(top: string): boolean | undefined {
  const folders = foldersOfGit(top);
  return folders && isShallowAt(folders.common);
}

function isShallowAt(common: string): boolean {
  return existsSync(path.join(common, "shallow"));
}

function written(commit: string, isShallow: boolean): string {
  return isShallow ? `${commit} shallow` : commit;
}

/** The folder of a working tree, and the one that it has in common with others. */
function foldersOfGit(top: string): { readonly own: string; readonly common: string } | undefined {
  if (ELSEWHERE.some((name) => process.env[name] !== undefined)) return undefined;
  const at = path.join(top, ".git");
  // Of a linked working tree and of a submodule it is a file that says where.
  const named = textIn(at);
  const own = named === undefined ? at : path.resolve(top, named.replace(/^gitdir: /, ""));
  if (!existsSync(path.join(own, "HEAD"))) return undefined;
  return { own, common: path.resolve(own, textIn(path.join(own, "commondir")) ?? ".") };
}

const ELSEWHERE = ["GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_NAMESPACE"];

function commitIn(head: string | undefined, common: string): string | undefined {
  if (head === undefined || COMMIT.test(head)) return head;
  // Other names may belong to one working tree, or be none: Git itself is to say.
  const [, branch] = /^ref: (refs\/heads\/.+)$/.exec(head) ?? [];
  if (branch === undefined) return undefined;
  const tip = textIn(path.join(common, branch)) ?? packed(branch, common);
  return tip !== undefined && COMMIT.test(tip) ? tip : undefined;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

function packed(branch: string, common: string): string | undefined {
  const lines = textIn(path.join(common, "packed-refs"))?.split("\n");
  return lines?.find((line) => line.endsWith(` ${branch}`))?.split(" ")[0];
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
