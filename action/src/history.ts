import { code, type Message, say } from "../../server/src/base/message.ts";
import { git, isShallow } from "../../server/src/host/git.ts";
import type { PullRequest } from "./pull-request.ts";

/**
 * Brings the history that a comparison needs where the checkout has cut it off. Says nothing when that fails: the
 * comparison then says what is missing, and the way out.
 */
export async function bringHistory(folder: string, pull: PullRequest | undefined): Promise<void> {
  if (await isShallow(folder)) await git(folder, ["fetch", "--quiet", "--no-tags", "--unshallow", "origin"]);
  if (!pull) return;
  const branch = `refs/remotes/origin/${pull.base}`;
  const known = await git(folder, ["rev-parse", "--verify", "--quiet", `${branch}^{commit}`]);
  if (known.text === undefined)
    await git(folder, ["fetch", "--quiet", "--no-tags", "origin", `+refs/heads/${pull.base}:${branch}`]);
}

/** What is wrong when the checkout is not the pull request, as with `pull_request_target` by default. */
export async function strangeCheckout(folder: string, { head }: PullRequest): Promise<Message | undefined> {
  const contained = await git(folder, ["merge-base", "--is-ancestor", head, "HEAD"]);
  if (contained.text !== undefined) return undefined;
  return say`What is checked out does not contain the pull request (${code(head.slice(0, 12))}), so that nothing can be said of its change: leave ${code("ref")} out at ${code("actions/checkout")}, or give it ${code("github.event.pull_request.head.sha")}.`;
}
