import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem as LspItem,
  type CompletionList as LspList,
  MarkupKind,
} from "vscode-languageserver";
import { withoutPlaces } from "../base/edit.ts";
import { completion } from "../features/completion.ts";
import type { CompletionItem, CompletionKind } from "../features/completion-item.ts";
import { format } from "../features/format.ts";
import { hover } from "../features/hover.ts";
import { normalizeUri } from "../workspace/uri.ts";
import type { Converter } from "./convert.ts";
import { guard } from "./guard.ts";
import { offsetAt } from "./place.ts";
import type { Services } from "./services.ts";

/** Completion, hover and formatting, always on the newest text. */
export function answerEditing({ connection, session, capabilities }: Services): void {
  const snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  const markdown = capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? true;

  connection.onCompletion(
    guard(connection.console, "textDocument/completion", null, (params): LspList | null => {
      const { uri, offset } = offsetAt(session, params);
      const { snapshot, converter } = session;
      const list = completion(snapshot, uri, offset);
      const items = list.items.map((item) => completionItem(item, uri, converter, snippets));
      return { isIncomplete: list.isIncomplete, items };
    }),
  );

  connection.onDocumentFormatting(
    guard(connection.console, "textDocument/formatting", null, ({ textDocument }) => {
      const uri = normalizeUri(textDocument.uri);
      const { snapshot, converter } = session;
      return format(snapshot, uri).map((edit) => ({ range: converter.stretchIn(uri, edit), newText: edit.text }));
    }),
  );

  connection.onHover(
    guard(connection.console, "textDocument/hover", null, (params) => {
      const { uri, offset } = offsetAt(session, params);
      const { snapshot, converter } = session;
      const found = hover(snapshot, uri, offset);
      const tree = snapshot.files.get(uri)?.tree;
      if (!found || !tree) return null;
      const value = converter.text(found.markdown);
      const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value }, range: converter.stretch(tree, found.span) };
    }),
  );
}

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  entry: CompletionItemKind.Struct,
  skeleton: CompletionItemKind.Snippet,
  choice: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  date: CompletionItemKind.Event,
  unit: CompletionItemKind.Unit,
  reference: CompletionItemKind.Reference,
  library: CompletionItemKind.Class,
  file: CompletionItemKind.File,
  rule: CompletionItemKind.Constant,
};

function completionItem(item: CompletionItem, uri: string, converter: Converter, snippets: boolean): LspItem {
  const asSnippet = item.snippet === true && snippets;
  const newText = asSnippet
    ? item.insertText
    : withoutPlaces({ text: item.insertText, ...(item.snippet ? { snippet: true } : {}) });
  return {
    label: item.label,
    kind: KINDS[item.kind],
    ...(item.detail ? { detail: converter.text(item.detail) } : {}),
    ...(item.documentation
      ? { documentation: { kind: MarkupKind.Markdown, value: converter.text(item.documentation) } }
      : {}),
    textEdit: { range: converter.stretchIn(uri, item.replace), newText },
    // The text brings its own indentation.
    insertTextMode: InsertTextMode.asIs,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText: item.sortText,
    ...(item.filterText ? { filterText: item.filterText } : {}),
    ...(item.preselect ? { preselect: true } : {}),
    ...(item.commitKind === "suggest" ? { command: { title: "", command: "editor.action.triggerSuggest" } } : {}),
  };
}
