import { pasteTable } from "../features/paste-table.ts";
import { guard } from "./guard.ts";
import { offsetAt } from "./place.ts";
import { METHODS, type PastedTable, type TableToPaste } from "./protocol.ts";
import type { Services } from "./services.ts";

/** Rows from a spreadsheet as entries of an open spec. */
export function answerPaste({ connection, session }: Services): void {
  connection.onRequest<PastedTable | null, unknown>(
    METHODS.pasteTable,
    guard(
      connection.console,
      METHODS.pasteTable,
      null,
      async ({ uri: written, position, text }: TableToPaste): Promise<PastedTable | null> => {
        await session.settled;
        const { uri, offset } = offsetAt(session, { textDocument: { uri: written }, position });
        const { snapshot, converter } = session;
        const pasted = pasteTable(snapshot, uri, offset, text);
        if (!pasted) return null;
        if ("why" in pasted) return { why: converter.text(pasted.why) };
        const { section, count, header, edit, notes } = pasted;
        return {
          section,
          count,
          header,
          range: converter.stretchIn(uri, edit),
          text: edit.text,
          notes: notes.map((note) => converter.text(note)),
        };
      },
    ),
  );
}
