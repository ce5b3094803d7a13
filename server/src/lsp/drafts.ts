import { LineIndex } from "../base/line-index.ts";
import { draft } from "../features/draft.ts";
import { draftChoices } from "../features/draft-choices.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import { type Draft, type DraftChoice, type DraftQuestion, type DraftWish, METHODS } from "./protocol.ts";
import type { Services } from "./services.ts";

/** What a program begins with: the questions, and the text that becomes of the answers. */
export function answerDrafts({ connection, session }: Services): void {
  connection.onRequest(
    METHODS.draftChoices,
    guard(
      connection.console,
      METHODS.draftChoices,
      null,
      async ({ step, typed, answers, folder }: DraftQuestion): Promise<readonly DraftChoice[] | null> => {
        await session.settled;
        const { converter, snapshot } = session;
        const choices = draftChoices(snapshot, step, typed, answers, folder && normalizeUri(folder));
        return (
          choices?.map(({ label, description, detail, group, answers }) => ({
            label: converter.text(label),
            ...(description ? { description: converter.text(description) } : {}),
            ...(detail ? { detail: converter.text(detail) } : {}),
            ...(group ? { group: converter.text(group) } : {}),
            answers,
          })) ?? null
        );
      },
    ),
  );

  connection.onRequest(
    METHODS.draft,
    guard(connection.console, METHODS.draft, null, async ({ answers, folder, avoid }: DraftWish): Promise<Draft> => {
      await session.settled;
      const { id, uri, text, cursor } = draft(session.snapshot, answers, {
        ...(folder === undefined ? {} : { folder: normalizeUri(folder) }),
        ...(avoid ? { avoid } : {}),
      });
      const position = new LineIndex(text).positionAt(cursor);
      return { id, ...(uri === undefined ? {} : { uri }), text, cursor: position };
    }),
  );
}
