import type { FileOperationRegistrationOptions } from "vscode-languageserver";
import { renameFiles } from "../features/rename-files.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import type { Services } from "./services.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** What other files name: specs, tables of results, known findings, and folders that hold them. */
export const RENAMED_FILES: FileOperationRegistrationOptions["filters"] = [
  { pattern: { glob: "**/*.{yaml,yml,csv,tsv,txt,json}", matches: "file" } },
  { pattern: { glob: "**", matches: "folder" } },
];

/** Keeps the paths between files right when files or folders get another name. */
export function answerFileRenames({ connection, session, capabilities }: Services): void {
  connection.workspace.onWillRenameFiles(
    guard(connection.console, "workspace/willRenameFiles", null, async ({ files }) => {
      await session.settled;
      const renames = files.map(({ oldUri, newUri }) => ({ from: normalizeUri(oldUri), to: normalizeUri(newUri) }));
      const edits = renameFiles(session.snapshot, renames);
      return edits.length === 0 ? null : workspaceEdit(session, capabilities, edits);
    }),
  );
}
