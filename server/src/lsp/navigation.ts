import { type DocumentHighlight, DocumentHighlightKind, type Location, ResponseError } from "vscode-languageserver";
import { definition } from "../features/definition.ts";
import { documentSymbols } from "../features/document-symbols.ts";
import { references } from "../features/references.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { flatSymbols, symbolKindOf } from "./convert.ts";
import { guard } from "./guard.ts";
import { offsetAt } from "./place.ts";
import type { Services } from "./services.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** Definition, references, rename, symbols. */
export function answerNavigation({ connection, session, capabilities }: Services): void {
  const log = connection.console;

  connection.onDefinition(
    guard(log, "textDocument/definition", null, (params) => {
      const { uri, offset } = offsetAt(session, params);
      const found = definition(session.snapshot, uri, offset);
      if (!found) return null;
      const link = session.converter.definition(found);
      if (capabilities.textDocument?.definition?.linkSupport) return [link];
      return { uri: link.targetUri, range: link.targetSelectionRange };
    }),
  );

  connection.onReferences(
    guard(log, "textDocument/references", null, (params): Location[] => {
      const { uri, offset } = offsetAt(session, params);
      const { converter } = session;
      const spans = references(session.snapshot, uri, offset, { withDefinition: params.context.includeDeclaration });
      return spans.map((span) => converter.location(span));
    }),
  );

  connection.onDocumentHighlight(
    guard(log, "textDocument/documentHighlight", null, (params): DocumentHighlight[] => {
      const { uri, offset } = offsetAt(session, params);
      const { converter } = session;
      return references(session.snapshot, uri, offset, { withDefinition: true })
        .filter((span) => span.block.uri === uri)
        .map((span, index) => ({
          range: converter.range(span),
          kind: index === 0 ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
    }),
  );

  connection.onPrepareRename(
    guard(log, "textDocument/prepareRename", null, (params) => {
      const { uri, offset } = offsetAt(session, params);
      const found = prepareRename(session.snapshot, uri, offset);
      return found ? { range: session.converter.range(found.span), placeholder: found.name } : null;
    }),
  );

  connection.onRenameRequest(
    guard(log, "textDocument/rename", null, async (params) => {
      await session.settled;
      const { uri, offset } = offsetAt(session, params);
      const result = rename(session.snapshot, uri, offset, params.newName);
      if ("refused" in result) throw new ResponseError(REQUEST_FAILED, session.converter.text(result.refused));
      return workspaceEdit(session, capabilities, result);
    }),
  );

  connection.onDocumentSymbol(
    guard(log, "textDocument/documentSymbol", null, ({ textDocument }) => {
      const { converter } = session;
      const items = documentSymbols(session.snapshot, normalizeUri(textDocument.uri)).map((item) =>
        converter.documentSymbol(item),
      );
      const nested = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
      return nested ? items : flatSymbols(items, textDocument.uri);
    }),
  );

  connection.onWorkspaceSymbol(
    guard(log, "workspace/symbol", null, async ({ query }) => {
      await session.settled;
      const { converter } = session;
      return workspaceSymbols(session.snapshot, query).map(({ symbol }) => ({
        name: symbol.name,
        kind: symbolKindOf(symbol.kind),
        containerName: symbol.path.slice(0, -1).join(" "),
        location: converter.location(symbol.whole),
      }));
    }),
  );
}

/** `LSPErrorCodes.RequestFailed`: syntactically right, and it cannot be done. */
const REQUEST_FAILED = -32803;
