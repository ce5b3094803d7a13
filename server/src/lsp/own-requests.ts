import { readiness } from "../features/readiness.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import { METHODS, type Readiness, type RulePage } from "./protocol.ts";
import type { Services } from "./services.ts";

/** What only our own client asks for. */
export function answerOwnRequests({ connection, session }: Services): void {
  connection.onRequest(
    METHODS.explain,
    guard(connection.console, METHODS.explain, null, async ({ rule }: { rule: string }): Promise<RulePage | null> => {
      const { pageOf } = await import("../rules/pages.ts");
      const markdown = pageOf(rule);
      return markdown === undefined ? null : { rule, markdown };
    }),
  );

  connection.onRequest(
    METHODS.readiness,
    guard(connection.console, METHODS.readiness, null, async (params: { uri: string }): Promise<Readiness | null> => {
      await session.settled;
      const found = readiness(session.snapshot, normalizeUri(params.uri), (_, uri, status) =>
        session.lintAs(uri, status),
      );
      const { converter } = session;
      return found
        ? { text: converter.text(found.text), detail: converter.text(found.detail), severity: found.severity }
        : null;
    }),
  );
}
