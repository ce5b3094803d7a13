import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from "vscode-languageserver";
import type { Stretch } from "../base/span.ts";
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from "../features/semantic-tokens.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import type { Services } from "./services.ts";

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

/** Colors by meaning, for a whole file or for the lines that are shown. */
export function answerSemanticTokens({ connection, session }: Services): void {
  const log = connection.console;
  const tokensIn = (uri: string, within: Stretch): SemanticTokens => {
    const builder = new SemanticTokensBuilder();
    const tree = session.snapshot.files.get(uri)?.tree;
    for (const { start, end, type, modifier } of tree ? semanticTokens(session.snapshot, uri, within) : []) {
      const at = tree?.lines.positionAt(start);
      if (!at) continue;
      const modifiers = modifier ? 1 << TOKEN_MODIFIERS.indexOf(modifier) : 0;
      builder.push(at.line, at.character, end - start, TOKEN_TYPES.indexOf(type), modifiers);
    }
    return builder.build();
  };

  connection.languages.semanticTokens.on(
    guard(log, "textDocument/semanticTokens/full", { data: [] }, ({ textDocument }) =>
      tokensIn(normalizeUri(textDocument.uri), { start: 0, end: Number.POSITIVE_INFINITY }),
    ),
  );

  connection.languages.semanticTokens.onRange(
    guard(log, "textDocument/semanticTokens/range", { data: [] }, ({ textDocument, range }) => {
      const uri = normalizeUri(textDocument.uri);
      const lines = session.snapshot.files.get(uri)?.tree.lines;
      if (!lines) return { data: [] };
      return tokensIn(uri, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
    }),
  );
}
