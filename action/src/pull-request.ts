import { readFileSync } from "node:fs";
import type { Env } from "./inputs.ts";

/** What the event of a run says of the pull request it is about. */
export interface PullRequest {
  readonly number: number;
  /** The branch it goes to. */
  readonly base: string;
  /** The commit at its tip. */
  readonly head: string;
  /** It comes from another repository, whose runs have a token that may only read. */
  readonly isFromFork: boolean;
}

/** The pull request of `pull_request` and `pull_request_target`; undefined for every other event. */
export function pullRequestOf(env: Env): PullRequest | undefined {
  if (!/^pull_request(_target)?$/.test(env.GITHUB_EVENT_NAME ?? "")) return undefined;
  const pull = eventOf(env)?.pull_request;
  if (!isRecord(pull) || typeof pull.number !== "number" || !isRecord(pull.base) || !isRecord(pull.head))
    return undefined;
  const { base, head } = pull;
  if (typeof base.ref !== "string" || typeof head.sha !== "string") return undefined;
  return { number: pull.number, base: base.ref, head: head.sha, isFromFork: nameOf(head) !== nameOf(base) };
}

/** The commit that a merge queue puts its group on. */
export function baseOfMergeGroup(env: Env): string | undefined {
  const group = env.GITHUB_EVENT_NAME === "merge_group" ? eventOf(env)?.merge_group : undefined;
  return isRecord(group) && typeof group.base_sha === "string" ? group.base_sha : undefined;
}

function eventOf(env: Env): Record<string, unknown> | undefined {
  try {
    const event: unknown = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? "", "utf8"));
    return isRecord(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

/** The repository of a side; a fork that has been deleted has none. */
function nameOf({ repo }: Record<string, unknown>): unknown {
  return isRecord(repo) ? repo.full_name : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
