import { MarkupKind } from "vscode-languageserver";
import { inlayHints } from "../features/inlay-hints.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import type { Services } from "./services.ts";

/** Inlay hints for the lines that a client shows, on the newest text. Whether they are shown is the client's setting. */
export function answerInlayHints({ connection, session }: Services): void {
  connection.languages.inlayHint.on(
    guard(connection.console, "textDocument/inlayHint", null, ({ textDocument, range }) => {
      const uri = normalizeUri(textDocument.uri);
      const { snapshot, converter } = session;
      const tree = snapshot.files.get(uri)?.tree;
      if (!tree) return null;
      const within = { start: tree.lines.offsetAt(range.start), end: tree.lines.offsetAt(range.end) };
      return inlayHints(snapshot, uri, within).map(({ offset, label, tooltip }) => ({
        position: tree.lines.positionAt(offset),
        label: converter.text(label),
        paddingLeft: true,
        ...(tooltip ? { tooltip: { kind: MarkupKind.Markdown, value: converter.text(tooltip) } } : {}),
      }));
    }),
  );
}
