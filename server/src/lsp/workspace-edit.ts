import type { ClientCapabilities, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Edit } from "../base/finding.ts";
import type { Session } from "./session.ts";

/** Edits in any number of files, as the client can take them; with places to fill in where it knows snippets. */
export function workspaceEdit(
  session: Session,
  capabilities: ClientCapabilities,
  edits: readonly Edit[],
): WorkspaceEdit {
  const { converter } = session;
  const byFile = new Map<string, Edit[]>();
  for (const edit of edits) {
    const uri = session.spelling(edit.span.block.uri);
    byFile.set(uri, [...(byFile.get(uri) ?? []), edit]);
  }
  const client = capabilities.workspace?.workspaceEdit;
  if (!client?.documentChanges) {
    const changes: Record<string, TextEdit[]> = {};
    for (const [uri, list] of byFile) changes[uri] = list.map((edit) => converter.textEdit(edit));
    return { changes };
  }
  const documentChanges = [...byFile].map(
    ([uri, list]): TextDocumentEdit => ({
      textDocument: { uri, version: null },
      edits: list.map((edit) =>
        edit.snippet && client.snippetEditSupport
          ? { range: converter.range(edit.span), snippet: { kind: "snippet" as const, value: edit.text } }
          : converter.textEdit(edit),
      ),
    }),
  );
  return { documentChanges };
}
