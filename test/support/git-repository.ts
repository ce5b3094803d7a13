import { spawnSync } from "node:child_process";
import { folderWith } from "./cli.ts";

const WHO = "Dana Cho <dana@example.org>";

/** A commit with all its files, made at noon of a day. */
export interface ScriptedCommit {
  readonly branch: string;
  /** A branch that it follows; its own tip where it is the same. */
  readonly from?: string;
  /** Days since 1970. */
  readonly day: number;
  readonly files: ReadonlyMap<string, string>;
}

/** What Git sees of the machine: nothing. */
export const GIT_ENV = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Dana Cho",
  GIT_AUTHOR_EMAIL: "dana@example.org",
  GIT_COMMITTER_NAME: "Dana Cho",
  GIT_COMMITTER_EMAIL: "dana@example.org",
} as const;

/** A new repository with these commits, the branch `main` checked out; gone when the tests end. */
export function repositoryWith(commits: readonly ScriptedCommit[]): string {
  const folder = folderWith({});
  runGit(folder, ["init", "--quiet", "--initial-branch=main"]);
  runGit(folder, ["fast-import", "--quiet"], commits.map(streamOf).join(""));
  runGit(folder, ["reset", "--quiet", "--hard", "main"]);
  return folder;
}

/** Runs Git, and throws what it has to say when it fails. */
export function runGit(
  folder: string,
  args: readonly string[],
  input?: string,
  env: Record<string, string> = {},
): string {
  const { status, stdout, stderr, error } = spawnSync("git", ["-c", "core.autocrlf=false", ...args], {
    cwd: folder,
    env: { ...process.env, ...GIT_ENV, ...env },
    encoding: "utf8",
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}

function streamOf({ branch, from, day, files }: ScriptedCommit): string {
  const date = `${day * 86_400 + 43_200} +0000`;
  return [
    `commit refs/heads/${branch}\n`,
    `committer ${WHO} ${date}\n`,
    dataOf(`${branch}\n`),
    from === undefined || from === branch ? "" : `from refs/heads/${from}\n`,
    "deleteall\n",
    ...[...files].map(([path, text]) => `M 100644 inline ${path}\n${dataOf(text)}`),
    "\n",
  ].join("");
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
