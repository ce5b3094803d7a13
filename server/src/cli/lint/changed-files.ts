import path from "node:path";
import type { Message } from "../../base/message.ts";
import { uriOfPath } from "../../host/file-uri.ts";
import { commitNamed, type GitText, git, mergeBase, topOfWorkingTree } from "../../host/git.ts";
import type { Context } from "../../workspace/context.ts";
import { filesSeen } from "../../workspace/files-seen.ts";
import { CONFIG_NAME } from "../../workspace/uri.ts";
import type { Io } from "../io.ts";

/** What is other than it was. */
export interface ChangedFiles {
  /** URIs of files that are new, other or gone; of one that was moved both. */
  readonly uris: ReadonlySet<string>;
  /** What they are compared with, in words of Git. */
  readonly base: string;
}

/**
 * The files that are other than at the last commit they have in common with a base, what is not committed included.
 * Without a base: what a pull request says it goes to, else the main branch, else the last commit.
 */
export async function changedFiles(io: Io, base: string): Promise<ChangedFiles | Message> {
  const top = await topOfWorkingTree(io.cwd);
  if (top.text === undefined) return top.problem;
  const against = base === "" ? await usualBase(io) : base;
  const commit = await commitNamed(io.cwd, against);
  if (commit.text === undefined) return commit.problem;
  const from = against === "HEAD" ? commit : await mergeBase(io.cwd, commit.text, "HEAD");
  if (from.text === undefined) return from.problem;
  const changed = await git(top.text, ["diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", from.text, "--"]);
  const added = await git(top.text, ["ls-files", "--others", "--exclude-standard", "-z"]);
  const failed = [changed, added].find(({ text }) => text === undefined) as
    | Exclude<GitText, { text: string }>
    | undefined;
  if (failed) return failed.problem;
  const names = [changed, added].flatMap(({ text = "" }) => text.split("\0").filter((name) => name !== ""));
  const folder = top.text;
  return { uris: new Set(names.map((name) => uriOfPath(path.join(folder, name)))), base: against };
}

/** Branches that a change is usually compared with; the first that exists. */
async function usualBase({ cwd, env }: Io): Promise<string> {
  const target =
    env.GITHUB_BASE_REF ||
    env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME ||
    env.SYSTEM_PULLREQUEST_TARGETBRANCH?.replace("refs/heads/", "");
  // What a pull request goes to is missing from a shallow clone, and that has to be said.
  if (target) return `origin/${target}`;
  for (const name of ["origin/HEAD", "origin/main", "origin/master", "main", "master"])
    if ((await commitNamed(cwd, name)).text !== undefined) return name;
  return "HEAD";
}

/** Whether a file has changed, or something that its findings may depend on. */
export function isAffected(context: Context, { uris }: ChangedFiles): boolean {
  const { uri } = context.file;
  if (uris.has(uri) || filesSeen(context).some((seen) => uris.has(seen))) return true;
  // A configuration that is gone counted for everything below its folder.
  return [...uris].some(
    (each) => each.endsWith(`/${CONFIG_NAME}`) && uri.startsWith(each.slice(0, -CONFIG_NAME.length)),
  );
}
