import { preview } from "../features/preview.ts";
import { readiness } from "../features/readiness.ts";
import { drawResultsChain } from "../pictures/results-chain.ts";
import { pageOf } from "../rules/pages.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import { previewSections } from "./preview-sections.ts";
import { METHODS, type Preview, type Readiness, type RulePage } from "./protocol.ts";
import type { Services } from "./services.ts";

/** What only our own client asks for. */
export function answerOwnRequests({ connection, session }: Services): void {
  connection.onRequest(
    METHODS.explain,
    guard(connection.console, METHODS.explain, null, ({ rule }: { rule: string }): RulePage | null => {
      const markdown = pageOf(rule);
      return markdown === undefined ? null : { rule, markdown };
    }),
  );

  connection.onRequest(
    METHODS.readiness,
    guard(connection.console, METHODS.readiness, null, async (params: { uri: string }): Promise<Readiness | null> => {
      await session.settled;
      const found = readiness(session.snapshot, normalizeUri(params.uri));
      const { converter } = session;
      return found
        ? { text: converter.text(found.text), detail: converter.text(found.detail), severity: found.severity }
        : null;
    }),
  );

  connection.onRequest(
    METHODS.preview,
    guard(connection.console, METHODS.preview, null, async (params: { uri: string }): Promise<Preview | null> => {
      await session.settled;
      const uri = normalizeUri(params.uri);
      const { converter, snapshot } = session;
      const data = preview(snapshot, uri);
      if (!data) return null;
      const drawing = drawResultsChain(data.chain, {
        rangeOf: (span) => (span.block.uri === uri ? converter.range(span) : undefined),
        ...(session.translation ? { translation: session.translation } : {}),
      });
      return {
        uri: params.uri,
        title: data.title,
        broken: data.broken,
        status: data.status ?? "",
        nextStatus: data.nextStatus,
        chain: drawing,
        steps: data.steps.map(({ severity, rule, message, help, span }) => ({
          severity,
          rule,
          message: converter.text(message),
          help: help && converter.text(help),
          range: converter.range(span),
        })),
        sections: previewSections(session, uri),
      };
    }),
  );
}
