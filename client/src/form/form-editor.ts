import {
  type CustomTextEditorProvider,
  commands,
  type Disposable,
  l10n,
  TabInputCustom,
  TabInputText,
  type TextDocument,
  Uri,
  type WebviewPanel,
  window,
} from "vscode";
import type { LanguageSession } from "../language-session.ts";
import { isSpec } from "../preview/preview-panel.ts";
import { activeForm, FORM_EDITOR } from "./active-form.ts";
import { FormPage } from "./form-page.ts";

/** Specs as forms. The text is the model: saving, undoing and what has changed are those of the text. */
export class FormEditor implements CustomTextEditorProvider, Disposable {
  readonly #extension: Uri;
  readonly #session: LanguageSession;
  readonly #pages = new Map<string, Set<FormPage>>();
  /** Where the next page of a file begins. */
  readonly #places = new Map<string, { readonly line: number; readonly character: number }>();

  constructor(extension: Uri, session: LanguageSession) {
    this.#extension = extension;
    this.#session = session;
  }

  resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): void {
    const key = document.uri.toString();
    const page = new FormPage(panel, this.#extension, this.#session, document);
    const pages = this.#pages.get(key) ?? new Set();
    this.#pages.set(key, pages.add(page));
    const place = this.#places.get(key);
    this.#places.delete(key);
    if (place) page.reveal(place);
    panel.onDidDispose(() => {
      page.dispose();
      pages.delete(page);
      if (pages.size === 0) this.#pages.delete(key);
    });
  }

  /** Opens the form of a spec, or of the one in the active editor, at the field where the cursor is. */
  async open(file?: unknown): Promise<void> {
    const editor = window.activeTextEditor;
    const uri = file instanceof Uri ? file : editor && isSpec(editor.document) ? editor.document.uri : activeForm();
    if (!uri) {
      void window.showInformationMessage(
        l10n.t("Open a training spec (*.training.yaml) first; the form shows that one."),
      );
      return;
    }
    const place = editor?.document.uri.toString() === uri.toString() ? editor.selection.active : undefined;
    const pages = this.#pages.get(uri.toString());
    if (place && pages) for (const page of pages) page.reveal(place);
    else if (place) this.#places.set(uri.toString(), place);
    await commands.executeCommand("vscode.openWith", uri, FORM_EDITOR);
    await closeHere(uri, (input) => input instanceof TabInputText);
  }

  /** Puts the text where the form is. */
  async reopenAsText(): Promise<void> {
    const uri = activeForm();
    if (!uri) return;
    await commands.executeCommand("vscode.openWith", uri, "default", window.tabGroups.activeTabGroup.viewColumn);
    await closeHere(uri, (input) => input instanceof TabInputCustom && input.viewType === FORM_EDITOR);
  }

  dispose(): void {
    for (const pages of this.#pages.values()) for (const page of pages) page.dispose();
  }
}

/** Closes what has been replaced in the active group: the text of a file, or its form. */
async function closeHere(uri: Uri, isReplaced: (input: unknown) => boolean): Promise<void> {
  // Asked for afterwards: what opened may have taken the place of a tab, and others are new objects then.
  const tabs = window.tabGroups.activeTabGroup.tabs.filter(
    ({ input, isActive }) =>
      !isActive && isReplaced(input) && (input as TabInputText).uri.toString() === uri.toString(),
  );
  if (tabs.length > 0) await window.tabGroups.close(tabs, true);
}
