import { FoldingRangeKind, type SelectionRange } from "vscode-languageserver";
import { codeLenses } from "../features/code-lens.ts";
import { documentLinks } from "../features/document-links.ts";
import { foldingRanges } from "../features/folding-ranges.ts";
import { selectionRanges } from "../features/selection-ranges.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import { offsetAt } from "./place.ts";
import type { Services } from "./services.ts";

/** Folding, selection, links and the lines above entries. */
export function answerStructure({ connection, session }: Services): void {
  const log = connection.console;

  connection.onFoldingRanges(
    guard(log, "textDocument/foldingRange", null, ({ textDocument }) =>
      foldingRanges(session.snapshot, normalizeUri(textDocument.uri)).map(({ from, to, kind }) => ({
        startLine: from,
        endLine: to,
        ...(kind === "comment" ? { kind: FoldingRangeKind.Comment } : {}),
      })),
    ),
  );

  connection.onSelectionRanges(
    guard(log, "textDocument/selectionRange", null, ({ textDocument, positions }): SelectionRange[] =>
      positions.map((position) => {
        const { uri, offset } = offsetAt(session, { textDocument, position });
        const { converter, snapshot } = session;
        const nested = selectionRanges(snapshot, uri, offset).toReversed();
        let range: SelectionRange | undefined;
        for (const stretch of nested) {
          range = { range: converter.stretchIn(uri, stretch), ...(range ? { parent: range } : {}) };
        }
        return range ?? { range: { start: position, end: position } };
      }),
    ),
  );

  connection.onDocumentLinks(
    guard(log, "textDocument/documentLink", null, ({ textDocument }) => {
      const uri = normalizeUri(textDocument.uri);
      const { converter } = session;
      return documentLinks(session.snapshot, uri).map(({ span, target, tooltip }) => ({
        range: converter.stretchIn(uri, span),
        target,
        tooltip: converter.text(tooltip),
      }));
    }),
  );

  connection.onCodeLens(
    guard(log, "textDocument/codeLens", null, ({ textDocument }) => {
      const uri = normalizeUri(textDocument.uri);
      const { converter, snapshot } = session;
      return codeLenses(snapshot, uri).map(({ span, title, places }) => {
        const range = converter.range(span);
        const args = [textDocument.uri, range.start, places.map((place) => converter.location(place))];
        const command = places.length > 0 ? "trainingSpec.showPlaces" : "";
        return { range, command: { title: converter.text(title), command, arguments: args } };
      });
    }),
  );
}
