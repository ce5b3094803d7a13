import type { TextDocumentPositionParams } from "vscode-languageserver";
import { normalizeUri } from "../workspace/uri.ts";
import type { Session } from "./session.ts";

/** A position of the protocol as the engine names it. Positions outside the text are moved to its nearest end. */
export function offsetAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): { uri: string; offset: number } {
  const uri = normalizeUri(textDocument.uri);
  return { uri, offset: session.snapshot.files.get(uri)?.tree.lines.offsetAt(position) ?? 0 };
}
