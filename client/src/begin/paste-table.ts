import { env, l10n, Range, type TextEditor, window } from "vscode";
import { METHODS, type PastedTable, type TableToPaste } from "../../../server/src/lsp/protocol.ts";
import { LANGUAGE } from "../client-options.ts";
import type { LanguageSession } from "../language-session.ts";

/** Writes the table of the clipboard, or a given one, as entries where the cursor stands, and says what to look at. */
export async function pasteTable(session: LanguageSession, text?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE) {
    void window.showInformationMessage(
      l10n.t("Open a training spec (*.training.yaml) first; the table is pasted into it."),
    );
    return;
  }
  const { document, selection } = editor;
  const { version } = document;
  const table: TableToPaste = {
    uri: document.uri.toString(),
    position: selection.active,
    text: typeof text === "string" ? text : await env.clipboard.readText(),
  };
  const pasted = await session.ask<PastedTable | null>(METHODS.pasteTable, table);
  if (pasted === undefined) session.sayNoAnswer(l10n.t("The table was not pasted"));
  else if (pasted === null)
    void window.showInformationMessage(
      l10n.t(
        "The table was not pasted: this file does not say yet what it is. Write `version: 1` and `kind: program` at its top first.",
      ),
    );
  else if ("why" in pasted) void window.showWarningMessage(pasted.why);
  else if (document.version !== version)
    void window.showWarningMessage(
      l10n.t("The table was not pasted, because the text changed meanwhile. Paste it again."),
    );
  else await apply(editor, pasted);
}

async function apply(
  editor: TextEditor,
  { range, text, count, section, notes }: Exclude<PastedTable, { why: string }>,
) {
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  if (!(await editor.edit((edit) => edit.replace(place, text)))) {
    void window.showWarningMessage(l10n.t("The table was not pasted, because this editor cannot be changed."));
    return;
  }
  editor.revealRange(new Range(place.start, place.start));
  const what =
    count === 1 ? l10n.t("1 entry added to `{0}`.", section) : l10n.t("{0} entries added to `{1}`.", count, section);
  if (notes.length > 0) void window.showInformationMessage([what, ...notes].join(" "));
  else window.setStatusBarMessage(what.replaceAll("`", ""), 5000);
}
