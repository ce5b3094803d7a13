import {
  commands,
  Disposable,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from "vscode";
import { METHODS, type Portfolio } from "../../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "../language-session.ts";
import type { FromPage, ToPage } from "./messages.ts";
import { pageHtml } from "./page-html.ts";

export const PORTFOLIO_VIEW = "trainingSpec.portfolio";

/** The portfolio of the workspace: one panel, which follows every change of a spec. */
export class PortfolioPanel implements Disposable, WebviewPanelSerializer {
  readonly #extension: Uri;
  readonly #session: LanguageSession;
  #panel: WebviewPanel | undefined;
  #subscriptions = Disposable.from();
  #asking = false;
  #askAgain = false;

  constructor(extension: Uri, session: LanguageSession) {
    this.#extension = extension;
    this.#session = session;
  }

  /** Opens the panel, or shows the one that is open. */
  open(): void {
    if (this.#panel) this.#panel.reveal();
    else
      this.#adopt(
        window.createWebviewPanel(PORTFOLIO_VIEW, l10n.t("Portfolio"), ViewColumn.Active, { enableScripts: true }),
      );
  }

  /** VS Code restores a panel that was open when it was closed. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    if (this.#panel) panel.dispose();
    else this.#adopt(panel);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: WebviewPanel): void {
    const resources = Uri.joinPath(this.#extension, "dist");
    this.#panel = panel;
    this.#subscriptions = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      this.#session.onChanged(() => this.#refresh()),
      panel.onDidChangeViewState(() => this.#refresh()),
      panel.onDidDispose(() => {
        this.#subscriptions.dispose();
        this.#panel = undefined;
      }),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    panel.iconPath = Uri.joinPath(this.#extension, "client/media/icon.png");
    panel.webview.html = pageHtml(panel.webview, resources);
  }

  /** At most one request is under way. Nothing is computed for a panel that nobody sees. */
  async #refresh(): Promise<void> {
    this.#askAgain = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#askAgain && this.#panel?.visible) {
      this.#askAgain = false;
      const portfolio = await this.#session.ask<Portfolio | null>(METHODS.portfolio, {});
      if (!portfolio) continue;
      if (portfolio.done < portfolio.all) this.#askAgain = true;
      this.#send({ kind: "portfolio", portfolio });
    }
    this.#asking = false;
  }

  #send(message: ToPage): void {
    void this.#panel?.webview.postMessage(message);
  }

  #receive(message: FromPage): void {
    if (message.kind === "ready") void this.#refresh();
    else if (message.kind === "begin") void commands.executeCommand(`trainingSpec.${message.command}`);
    else if (message.kind === "open") void this.#show(Uri.parse(message.uri));
  }

  async #show(uri: Uri): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const shown = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    const beside = this.#panel?.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    await window.showTextDocument(document, shown ?? beside);
  }
}
