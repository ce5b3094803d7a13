import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface StandInComment {
  readonly id: number;
  readonly body: string;
  readonly html_url: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly author_association: string;
}

/** What of GitHub's API comments take: list by pages, add, change; with a token that may write, or may not. */
export interface StandInApi {
  readonly url: string;
  comments: StandInComment[];
  /** Requests since the last look, as `POST /repos/…`. */
  requests: string[];
  close(): void;
}

export const TOKEN = "token-of-the-job";

/** `mayWrite`: a run of a fork has a token that reads. */
export async function standInApi(repository: string, number: number, mayWrite: boolean): Promise<StandInApi> {
  const list = `/repos/${repository}/issues/${number}/comments`;
  const one = new RegExp(`^/repos/${repository}/issues/comments/(\\d+)$`);
  const api: StandInApi = { url: "", comments: [], requests: [], close: () => server.close() };

  const answer = (method: string, url: URL, body: string): [status: number, answer: unknown] => {
    const at = Number(one.exec(url.pathname)?.[1] ?? -1);
    if (method === "GET" && url.pathname === list) {
      const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), 100);
      const page = Number(url.searchParams.get("page") ?? 1);
      return [200, api.comments.slice((page - 1) * size, page * size)];
    }
    if (!mayWrite) return [403, { message: "Resource not accessible by integration", status: "403" }];
    const text = JSON.parse(body).body;
    if (text.length > 65_536) return [422, { message: "Validation Failed", errors: ["body is too long"] }];
    if (method === "POST" && url.pathname === list) {
      const made = commentOf(api.comments.length + 1, text, "github-actions[bot]", "Bot", "NONE");
      api.comments.push(made);
      return [201, made];
    }
    const before = api.comments.find(({ id }) => id === at);
    if (method !== "PATCH" || !before) return [404, { message: "Not Found", status: "404" }];
    const after = { ...before, body: text };
    api.comments = api.comments.map((comment) => (comment.id === at ? after : comment));
    return [200, after];
  };

  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const url = new URL(request.url ?? "", "http://localhost");
      api.requests.push(`${request.method} ${url.pathname}${url.search}`);
      const { authorization, "user-agent": agent } = request.headers;
      const isKnown = authorization === `Bearer ${TOKEN}` && agent !== undefined;
      const [status, made] = isKnown
        ? answer(request.method ?? "", url, body)
        : ([401, { message: "Bad credentials", status: "401" }] as const);
      response.writeHead(status, { "content-type": "application/json", connection: "close" });
      response.end(JSON.stringify(made));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(api, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

export function commentOf(id: number, body: string, login: string, type: string, role: string): StandInComment {
  const html_url = `https://github.com/Codertocat/Hello-World/pull/2#issuecomment-${id}`;
  return { id, body, html_url, user: { login, type }, author_association: role };
}
