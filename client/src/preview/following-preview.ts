import {
  commands,
  type Disposable,
  l10n,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from "vscode";
import { activeForm } from "../form/active-form.ts";
import type { LanguageSession } from "../language-session.ts";
import type { PageState } from "./messages.ts";
import { isSpec, PREVIEW_VIEW, PreviewPanel } from "./preview-panel.ts";

/** The spec in the active editor; where that is none, such as on a welcome page, one that can be seen. */
function specInView(): TextDocument | undefined {
  const editors = [window.activeTextEditor, ...(window.activeTextEditor ? [] : window.visibleTextEditors)];
  return editors.find((editor) => editor && isSpec(editor.document))?.document;
}

/** There is nothing to preview yet: says so, with two ways to begin. */
async function offerBeginnings(): Promise<void> {
  const [fresh, sample] = [l10n.t("New Training Spec"), l10n.t("Open a Sample")];
  const picked = await window.showInformationMessage(
    l10n.t("Open a training spec (*.training.yaml) first; the preview shows that one."),
    fresh,
    sample,
  );
  if (picked === fresh) await commands.executeCommand("trainingSpec.newSpec");
  if (picked === sample) await commands.executeCommand("trainingSpec.openSample");
}

/** The preview beside the editor: one panel, which shows the spec that was active last. */
export class FollowingPreview implements Disposable, WebviewPanelSerializer<PageState | undefined> {
  readonly #extension: Uri;
  readonly #session: LanguageSession;
  readonly #following: Disposable;
  #panel: PreviewPanel | undefined;

  constructor(extension: Uri, session: LanguageSession) {
    this.#extension = extension;
    this.#session = session;
    this.#following = window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isSpec(editor.document)) this.#panel?.follow(editor.document.uri);
    });
  }

  /** Opens the panel for a spec, or for the active one, or shows the one that is open. */
  open(file?: unknown): void {
    const uri = file instanceof Uri ? file : (specInView()?.uri ?? activeForm());
    if (!uri) {
      void offerBeginnings();
    } else if (this.#panel) {
      this.#panel.show(uri);
    } else {
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.#adopt(window.createWebviewPanel(PREVIEW_VIEW, l10n.t("Preview"), place, { enableScripts: true }), uri);
    }
  }

  /** The spec that the preview shows, or would show if it were open. */
  current(): Uri | undefined {
    return this.#panel?.uri ?? specInView()?.uri ?? activeForm();
  }

  /** There is nothing to preview yet: says so, with two ways to begin. */
  offerBeginnings(): undefined {
    void offerBeginnings();
  }

  /** An image of a picture; opens the preview, which draws it. Rejects with words for a person. */
  rasterize(svg: string): Promise<Uint8Array> {
    return this.#opened().rasterize(svg);
  }

  /** Lets the browser download a page; opens the preview, which hands it over. Rejects with words for a person. */
  download(name: string, html: string): Promise<void> {
    return this.#opened().download(name, html);
  }

  #opened(): PreviewPanel {
    if (!this.#panel) this.open();
    if (!this.#panel) throw new Error(l10n.t("the preview did not open."));
    return this.#panel;
  }

  /** VS Code restores a panel that was open when it was closed. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    const uri = state?.uri ?? window.activeTextEditor?.document.uri.toString();
    if (uri === undefined || this.#panel) panel.dispose();
    else this.#adopt(panel, Uri.parse(uri));
  }

  dispose(): void {
    this.#following.dispose();
    this.#panel?.dispose();
  }

  #adopt(webviewPanel: WebviewPanel, uri: Uri): void {
    const panel = new PreviewPanel(webviewPanel, this.#extension, this.#session, uri);
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
      panel.dispose();
    });
  }
}
