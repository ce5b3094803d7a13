import {
  commands,
  Disposable,
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { Range as ProtocolRange } from "vscode-languageserver-types";
import { METHODS, type Preview } from "../../../server/src/lsp/protocol.ts";
import { LANGUAGE } from "../client-options.ts";
import type { LanguageSession } from "../language-session.ts";
import type { FromPage, ToPage } from "./messages.ts";
import { pageHtml } from "./page-html.ts";

export const PREVIEW_VIEW = "trainingSpec.preview";

/** One open preview: asks the server for what the page shows, and carries clicks and cursors between page and editor. */
export class PreviewPanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #session: LanguageSession;
  readonly #subscriptions: Disposable;
  #uri: Uri;
  readonly #images = new Map<number, (message: Rasterized) => void>();
  readonly #whenReady: (() => void)[] = [];
  #lastImage = 0;
  #isReady = false;
  #drawn: string | undefined;
  #asking = false;
  #askAgain = false;

  constructor(panel: WebviewPanel, extension: Uri, session: LanguageSession, uri: Uri) {
    const resources = Uri.joinPath(extension, "dist");
    this.#panel = panel;
    this.#session = session;
    this.#uri = uri;
    this.#subscriptions = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      session.onChanged(() => this.#refresh()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#uri.toString()) void this.#refresh();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.uri.toString() === this.#uri.toString()) this.#sendCursor();
      }),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    panel.iconPath = Uri.joinPath(extension, "client/media/icon.png");
    panel.webview.html = pageHtml(panel.webview, resources);
    this.#setTitle();
  }

  get onDidDispose() {
    return this.#panel.onDidDispose;
  }

  show(uri: Uri): void {
    this.follow(uri);
    this.#panel.reveal(undefined, true);
  }

  /** Shows another spec in the same panel. */
  follow(uri: Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#uri = uri;
    this.#setTitle();
    void this.#refresh();
  }

  get uri(): Uri {
    return this.#uri;
  }

  /** An image of a picture, drawn by the page. Rejects with words for a person. */
  async rasterize(svg: string): Promise<Uint8Array> {
    await this.#pageIsThere();
    const id = ++this.#lastImage;
    const answer = new Promise<Rasterized>((resolve) => this.#images.set(id, resolve));
    this.#send({ kind: "rasterize", id, svg });
    const { png, why } = await inTime(answer, l10n.t("the preview did not answer. Open it and try again."));
    if (!png) throw new Error(why ?? "");
    return png;
  }

  /** Lets the browser download a page. Rejects with words for a person. */
  async download(name: string, html: string): Promise<void> {
    await this.#pageIsThere();
    this.#send({ kind: "download", name, html });
  }

  /** The page of a panel behind another one is gone until somebody looks at it. */
  async #pageIsThere(): Promise<void> {
    if (!this.#panel.visible) {
      this.#isReady = false;
      this.#panel.reveal(undefined, true);
    }
    if (this.#isReady) return;
    const ready = new Promise<void>((resolve) => this.#whenReady.push(resolve));
    await inTime(ready, l10n.t("the preview did not open."));
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#panel.dispose();
  }

  #setTitle(): void {
    this.#panel.title = l10n.t("Preview {0}", this.#uri.path.slice(this.#uri.path.lastIndexOf("/") + 1));
  }

  /** At most one request is under way; what changes meanwhile is asked for once more afterwards. */
  async #refresh(): Promise<void> {
    this.#askAgain = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#askAgain) {
      this.#askAgain = false;
      const uri = this.#uri.toString();
      const preview = await this.#session.ask<Preview | null>(METHODS.preview, { uri });
      if (uri === this.#uri.toString()) this.#draw(uri, preview);
    }
    this.#asking = false;
  }

  #draw(uri: string, preview: Preview | null | undefined): void {
    // Without an answer the page keeps what it shows: the server is starting, or it says itself that it stopped.
    if (preview === undefined) return;
    const text = JSON.stringify([uri, preview]);
    // What the page shows already it need not draw again.
    if (text === this.#drawn) return;
    this.#drawn = text;
    this.#send(
      preview
        ? { kind: "show", preview }
        : { kind: "nothing", uri, reason: l10n.t("There is no training spec in this file yet.") },
    );
    this.#sendCursor();
  }

  #sendCursor(): void {
    const editor = this.#editor();
    if (!editor) return;
    const { line, character } = editor.selection.active;
    this.#send({ kind: "cursor", position: { line, character } });
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #receive(message: FromPage): void {
    if (message.kind === "ready") {
      this.#isReady = true;
      this.#drawn = undefined;
      for (const resolve of this.#whenReady.splice(0)) resolve();
      void this.#refresh();
    } else if (message.kind === "rasterized") {
      this.#images.get(message.id)?.(message);
      this.#images.delete(message.id);
    } else if (message.kind === "reveal") void this.#reveal(message.range);
    else if (message.kind === "begin") void commands.executeCommand(`trainingSpec.${message.command}`);
    else if (message.kind === "explain") void commands.executeCommand("trainingSpec.explainRule", message.rule);
  }

  async #reveal({ start, end }: ProtocolRange): Promise<void> {
    const document = await workspace.openTextDocument(this.#uri);
    const beside = this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    const editor = await window.showTextDocument(document, this.#editor()?.viewColumn ?? beside);
    const range = document.validateRange(new Range(start.line, start.character, end.line, end.character));
    // The cursor goes to the beginning: a selected section would be overwritten by the next key.
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #editor() {
    return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#uri.toString());
  }
}

type Rasterized = Extract<FromPage, { readonly kind: "rasterized" }>;

/** A page that never answers must not keep anybody waiting. */
const PATIENCE_MS = 15_000;

async function inTime<T>(answer: Promise<T>, otherwise: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function isSpec(document: { readonly languageId: string }): boolean {
  return document.languageId === LANGUAGE;
}
