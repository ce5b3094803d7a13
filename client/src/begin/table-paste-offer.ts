import * as vscode from "vscode";
import { METHODS, type PastedTable, type TableToPaste } from "../../../server/src/lsp/protocol.ts";
import { LANGUAGE } from "../client-options.ts";
import type { LanguageSession } from "../language-session.ts";

/** What VS Code has from 1.97 on; the oldest version that we run in knows nothing of it. */
interface PasteApi {
  readonly DocumentDropOrPasteEditKind: { readonly Empty: { append(...parts: string[]): unknown } };
  readonly DocumentPasteEdit: new (
    insertText: string,
    title: string,
    kind: unknown,
  ) => { additionalEdit?: vscode.WorkspaceEdit };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: object,
      metadata: object,
    ): vscode.Disposable;
  };
}

function pasteApi(): PasteApi | undefined {
  const { languages, DocumentPasteEdit } = vscode as unknown as Partial<PasteApi>;
  return languages?.registerDocumentPasteEditProvider && DocumentPasteEdit
    ? (vscode as unknown as PasteApi)
    : undefined;
}

/** Lets Ctrl+V write a table from a spreadsheet as entries; the choice beside it pastes the plain text instead. */
export function offerTablePaste(session: LanguageSession): vscode.Disposable {
  const api = pasteApi();
  if (!api) return new vscode.Disposable(() => undefined);
  const kind = api.DocumentDropOrPasteEditKind.Empty.append("trainingSpec", "table");
  const provider = {
    async provideDocumentPasteEdits(
      document: vscode.TextDocument,
      ranges: readonly vscode.Range[],
      data: vscode.DataTransfer,
      _context: unknown,
      token: vscode.CancellationToken,
    ) {
      const text = await data.get("text/plain")?.asString();
      const [range] = ranges;
      // Without a tab it is no table, and a paste into several places or over text is no insertion of entries.
      if (!text?.includes("\t") || ranges.length !== 1 || !range?.isEmpty || token.isCancellationRequested)
        return undefined;
      const table: TableToPaste = { uri: document.uri.toString(), position: range.start, text };
      const pasted = await session.ask<PastedTable | null>(METHODS.pasteTable, table);
      if (!pasted || "why" in pasted) return undefined;
      const isOnText = !document.lineAt(range.start.line).isEmptyOrWhitespace;
      if (isOnText && !pasted.header) return undefined;
      const title =
        pasted.count === 1
          ? vscode.l10n.t("Paste as an entry of {0}", pasted.section)
          : vscode.l10n.t("Paste as {0} entries of {1}", pasted.count, pasted.section);
      const offer = new api.DocumentPasteEdit("", title, kind);
      const { start, end } = pasted.range;
      offer.additionalEdit = new vscode.WorkspaceEdit();
      offer.additionalEdit.replace(
        document.uri,
        new vscode.Range(start.line, start.character, end.line, end.character),
        pasted.text,
      );
      return [offer];
    },
  };
  return api.languages.registerDocumentPasteEditProvider({ language: LANGUAGE }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ["text/plain"],
  });
}
