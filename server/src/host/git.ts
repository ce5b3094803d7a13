import { realpathSync } from "node:fs";
import path from "node:path";
import { code, type Message, say } from "../base/message.ts";

/** What Git printed, or why it printed nothing, in words for a person. */
export type GitText = { readonly text: string } | { readonly text: undefined; readonly problem: Message };

/** Most that is taken of one answer. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Patterns mean what they say, whatever somebody has set for their own calls. */
const PATTERNS = {
  GIT_GLOB_PATHSPECS: "0",
  GIT_NOGLOB_PATHSPECS: "0",
  GIT_ICASE_PATHSPECS: "0",
  GIT_LITERAL_PATHSPECS: "0",
};

/** Runs Git in a folder. No pager, no prompt, no color; words of Git itself come in English. Ends it after `timeout` milliseconds, where one is given. Never throws. */
export async function git(
  folder: string,
  args: readonly string[],
  { timeout = 0 }: { readonly timeout?: number } = {},
): Promise<GitText> {
  const env = {
    ...process.env,
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_PAGER: "cat",
    ...PATTERNS,
  };
  const options = { cwd: folder, env, maxBuffer: MAX_BYTES, encoding: "utf8" as const, windowsHide: true, timeout };
  // Loaded when Git is asked: most runs ask nothing of it.
  const { execFile } = await import("node:child_process");
  return new Promise((resolve) => {
    try {
      execFile("git", ["-c", "core.quotepath=false", "-c", "color.ui=false", ...args], options, (error, text, words) =>
        resolve(error ? { text: undefined, problem: reason(error, words, folder) } : { text }),
      );
    } catch (error) {
      resolve({ text: undefined, problem: say`Git could not be started (${String(error)}).` });
    }
  });
}

/** The top folder of the working tree that a folder stands in, spelled as the folder is. */
export async function topOfWorkingTree(folder: string): Promise<GitText> {
  const top = await git(folder, ["rev-parse", "--show-cdup"]);
  if (top.text === undefined) return top;
  // A path with a link in it leads somewhere else when `..` is taken off it.
  const up = top.text.trim();
  const real = realpathSync(folder);
  const spelled = path.resolve(folder, up);
  return { text: realpathSync(spelled) === path.resolve(real, up) ? spelled : path.resolve(real, up) };
}

/** The commit that a name stands for. A name that looks like an option is none. */
export async function commitNamed(folder: string, name: string): Promise<GitText> {
  const found = await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  if (found.text !== undefined) return { text: found.text.trim() };
  const inRepository = await git(folder, ["rev-parse", "--git-dir"]);
  if (inRepository.text === undefined) return inRepository;
  const problem = say`No commit or branch is named ${code(name)}.`;
  if (await isShallow(folder)) return { text: undefined, problem: say`${problem} ${SHALLOW}` };
  const branch = name.replace(/^origin\//, "");
  return { text: undefined, problem: say`${problem} ${code(`git fetch origin ${branch}`)} may bring it.` };
}

/** The last commit that two commits have in common. */
export async function mergeBase(folder: string, one: string, other: string): Promise<GitText> {
  const found = await git(folder, ["merge-base", one, other]);
  if (found.text !== undefined) return { text: found.text.trim() };
  const problem = say`${code(one)} and ${code(other)} have no commit in common.`;
  return { text: undefined, problem: (await isShallow(folder)) ? say`${problem} ${SHALLOW}` : problem };
}

/** Whether the history has been cut off. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await git(folder, ["rev-parse", "--is-shallow-repository"])).text?.trim() === "true";
}

/** The way out of a history that has been cut off. */
const SHALLOW = say`This is a shallow clone, which holds only the last commits: ${code("git fetch --unshallow")} brings the others; in GitHub Actions ${code("fetch-depth: 0")} at the checkout, in GitLab ${code("GIT_DEPTH: 0")}.`;

function reason(error: Error & { code?: unknown }, words: string, folder: string): Message {
  if (error.code === "ENOENT")
    return say`Git is not installed, or not where programs are looked for (${code("PATH")}).`;
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return say`Git had more to say than can be taken.`;
  if (/dubious ownership/.test(words))
    return say`Git does not trust this repository, because it belongs to somebody else: ${code(`git config --global --add safe.directory ${folder}`)}.`;
  if (/not a git repository/i.test(words)) return say`The folder ${code(folder)} is in no Git repository.`;
  if (/ambiguous argument 'HEAD'|bad revision 'HEAD'/.test(words)) return say`The repository has no commit yet.`;
  const first = words.split("\n").find((line) => line.trim() !== "") ?? error.message;
  return say`Git could not answer: ${first.replace(/^(fatal|error): /, "")}.`;
}
