import { existsSync, readFileSync, statSync } from "node:fs";
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
export function stateOnDisk(top: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (Object.keys(env).some((name) => /^GIT_(DIR|COMMON_DIR|WORK_TREE|NAMESPACE)$/i.test(name))) return undefined;
  try {
    const folder = folderOfGit(top);
    const common = path.resolve(folder, textIn(path.join(folder, "commondir")) ?? ".");
    const commit = commitIn(textIn(path.join(folder, "HEAD")), common);
    return commit && written(commit, existsSync(path.join(common, "shallow")));
  } catch {
    return undefined;
  }
}

function written(commit: string, isShallow: boolean): string {
  return isShallow ? `${commit} shallow` : commit;
}

/** Of a linked working tree and of a submodule `.git` is a file that says where. */
function folderOfGit(top: string): string {
  const git = path.join(top, ".git");
  if (statSync(git).isDirectory()) return git;
  const [, named] = /^gitdir: (.+)$/.exec(textIn(git) ?? "") ?? [];
  if (named === undefined) throw new Error("no place of Git");
  return path.resolve(top, named);
}

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
