import { code, type Message, say } from "../../server/src/base/message.ts";
import type { PullRequest } from "./pull-request.ts";

/** Where the comments of a pull request are. */
export interface CommentPlace {
  /** `GITHUB_API_URL` */
  readonly api: string;
  /** `owner/name` */
  readonly repository: string;
  readonly pull: PullRequest;
  readonly token: string;
}

export interface StickyComment {
  readonly url: string;
}

const PER_PAGE = 100;
/** A server that does not answer must not hold the job. */
const PATIENCE = 30_000;

/**
 * Keeps one comment on a pull request, known by its first line: writes over the one of before, and adds one only where
 * `isNews`. Without leave to write it gives what to say about it; never throws.
 */
export async function keepComment(
  place: CommentPlace,
  text: string,
  isNews: boolean,
): Promise<StickyComment | Message | undefined> {
  try {
    const before = await findComment(place, `${text.split("\n", 1)[0]}\n`);
    if (before && sameText(before.body ?? "", text)) return { url: before.html_url };
    if (before) return await send(place, "PATCH", `/issues/comments/${before.id}`, text);
    return isNews ? await send(place, "POST", `/issues/${place.pull.number}/comments`, text) : undefined;
  } catch (error) {
    return problemOf(error, place);
  }
}

/** A comment as the API gives it. */
interface ApiComment {
  readonly id: number;
  readonly body?: string;
  readonly html_url: string;
  readonly user: { readonly type: string } | null;
  readonly author_association: string;
}

/** Ours begins with the mark, and was written by a bot or by somebody of the repository: others may copy the mark. */
async function findComment(place: CommentPlace, mark: string): Promise<ApiComment | undefined> {
  for (let page = 1; ; page++) {
    const path = `/issues/${place.pull.number}/comments?per_page=${PER_PAGE}&page=${page}`;
    const comments = (await call(place, "GET", path)) as readonly ApiComment[];
    const found = comments.find(({ body = "", user, author_association: role }) => {
      const isTrusted = user?.type === "Bot" || /^(OWNER|MEMBER|COLLABORATOR)$/.test(role);
      return isTrusted && body.replaceAll("\r\n", "\n").startsWith(mark);
    });
    if (found) return found;
    if (comments.length < PER_PAGE) return undefined;
  }
}

/** GitHub may keep line breaks of its own, and drops white space at the end. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n").trim() === other.trim();
}

async function send(place: CommentPlace, method: string, path: string, body: string): Promise<StickyComment> {
  const { html_url } = (await call(place, method, path, { body })) as { html_url: string };
  return { url: html_url };
}

/** A refusal of the API. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

async function call(place: CommentPlace, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${place.api}/repos/${place.repository}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${place.token}`,
      "content-type": "application/json",
      "user-agent": "training-spec-action",
      "x-github-api-version": "2022-11-28",
    },
    signal: AbortSignal.timeout(PATIENCE),
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Refusal(response.status, wordsOf(text));
  return JSON.parse(text);
}

function wordsOf(text: string): string {
  try {
    const { message } = JSON.parse(text);
    return typeof message === "string" ? message : text;
  } catch {
    return text.slice(0, 200);
  }
}

function problemOf(error: unknown, { pull }: CommentPlace): Message {
  const summary = say`What it would say stands in the summary of this job.`;
  if (!(error instanceof Refusal)) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return say`The comment could not be written, because GitHub could not be reached (${cause instanceof Error ? cause.message : String(cause)}). ${summary}`;
  }
  const { status, message } = error;
  if (status !== 401 && status !== 403 && status !== 404)
    return say`The comment could not be written: GitHub answered ${String(status)} (${message}). ${summary}`;
  if (pull.isFromFork)
    return say`There is no comment, because this pull request comes from a fork, and its runs may not write here. ${summary}`;
  return say`There is no comment, because the token of this job may not write one (${String(status)}, ${message}): give the job ${code("permissions: pull-requests: write")}, or leave the comment out with ${code("comment: false")}. ${summary}`;
}
