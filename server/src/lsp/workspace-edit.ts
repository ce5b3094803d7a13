import type { ClientCapabilities, CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Edit } from "../base/finding.ts";
import type { NewFile } from "../features/refactoring.ts";
import type { Session } from "./session.ts";

/** Edits in any number of files and new files (`createsFiles`), as the client takes them; places to fill in where it knows snippets. */
export function workspaceEdit(
  session: Session,
  capabilities: ClientCapabilities,
  edits: readonly Edit[],
  creates: readonly NewFile[] = [],
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
  return { documentChanges: [...creates.flatMap(newFile), ...documentChanges] };
}

/** Whether the client can make files as part of an edit. */
export function createsFiles({ workspace }: ClientCapabilities): boolean {
  const client = workspace?.workspaceEdit;
  return client?.documentChanges === true && client.resourceOperations?.includes("create") === true;
}

/** A file that has come about since is not overwritten: the edit then fails as a whole. */
function newFile({ uri, text }: NewFile): readonly (CreateFile | TextDocumentEdit)[] {
  const start = { line: 0, character: 0 };
  return [
    { kind: "create", uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}
