import {
  commands,
  Disposable,
  FilePermission,
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  TextEdit,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { Position as ProtocolPosition, Range as ProtocolRange } from "vscode-languageserver-types";
import { type FormChange, type FormChanged, METHODS, type SpecForm } from "../../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "../language-session.ts";
import { pageHtml } from "../preview/page-html.ts";
import { FormChanges } from "./form-changes.ts";
import type { FromForm, ToForm } from "./form-messages.ts";
import { formWords } from "./form-words.ts";

/** While somebody types in the text, the form follows when there is a pause; that of a long spec needs a longer one. */
const PAUSE_MS = { least: 80, most: 1000 };
/** VS Code gives those who have something to say before a save less than two seconds. */
const FLUSH_MS = 1200;

/** One open form: shows what the server makes of the text, and turns what is done in it into edits of the text. */
export class FormPage implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #session: LanguageSession;
  readonly #document: TextDocument;
  readonly #changes: FormChanges;
  readonly #subscriptions: Disposable;
  readonly #flushes = new Map<number, (change: FormChange | undefined) => void>();
  #flushed = 0;
  #known: string | undefined;
  #readOnly: string | undefined;
  #ready = false;
  #place: ProtocolPosition | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the last form took. */
  #took = 0;
  #asking = false;
  #askAgain = false;
  #isGone = false;

  constructor(panel: WebviewPanel, extension: Uri, session: LanguageSession, document: TextDocument) {
    const resources = Uri.joinPath(extension, "dist");
    this.#panel = panel;
    this.#session = session;
    this.#document = document;
    this.#changes = new FormChanges(session, document);
    this.#subscriptions = Disposable.from(
      this.#changes,
      panel.webview.onDidReceiveMessage((message: FromForm) => this.#receive(message)),
      panel.onDidChangeViewState(() => this.#soon(0)),
      session.onChanged(() => this.#soon(this.#pause)),
      workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (changed === document) this.#soon(this.#pause);
      }),
      workspace.onWillSaveTextDocument(({ document: saved, waitUntil }) => {
        if (saved === document && panel.visible) waitUntil(this.#flush());
      }),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    panel.webview.html = pageHtml(panel.webview, resources, { file: "form", title: l10n.t("Training Spec Form") });
  }

  /** Shows the field at a place of the text, as soon as there is a page. */
  reveal({ line, character }: ProtocolPosition): void {
    this.#place = { line, character };
    if (this.#ready) this.#soon(0);
  }

  dispose(): void {
    this.#isGone = true;
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  get #pause(): number {
    return Math.min(PAUSE_MS.most, Math.max(PAUSE_MS.least, 2 * this.#took));
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), wait);
  }

  /** At most one request is under way. Nothing is computed for a form that nobody sees. */
  async #refresh(): Promise<void> {
    this.#askAgain = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#askAgain && this.#ready && this.#panel.visible && !this.#isGone) {
      this.#askAgain = false;
      const uri = this.#document.uri.toString();
      const known = this.#known === undefined ? {} : { known: this.#known };
      const begin = Date.now();
      const form = await this.#session.ask<SpecForm | null>(METHODS.form, { uri, ...known });
      this.#took = Date.now() - begin;
      if (form !== undefined && !this.#isGone) this.#show(form);
    }
    this.#asking = false;
  }

  #show(form: SpecForm | null): void {
    if (!form) {
      const reason = l10n.t("There is no training spec in this file yet.");
      this.#send({ kind: "nothing", reason, begins: this.#document.getText().trim() === "" });
      return;
    }
    // Of a text that has changed since there will be another form in a moment.
    if (form.version !== null && form.version < this.#document.version) return;
    this.#known = form.kind;
    this.#send({ kind: "show", form, readOnly: this.#readOnly });
    if (this.#place) this.#send({ kind: "reveal", position: this.#place });
    this.#place = undefined;
  }

  #receive(message: FromForm): void {
    switch (message.kind) {
      case "ready":
        void this.#begin();
        break;
      case "change":
        void this.#done(message.id, this.#changes.make(message.change, message.version));
        break;
      case "rename":
        void this.#done(message.id, this.#changes.rename(message.position, message.name));
        break;
      case "fix":
        void this.#done(message.id, this.#changes.fix(message.finding, message.title));
        break;
      case "flushed":
        this.#flushes.get(message.id)?.(message.change);
        break;
      case "explain":
        void commands.executeCommand("trainingSpec.explainRule", message.rule);
        break;
      case "text":
        void this.#showText(message.range);
        break;
      default:
        void commands.executeCommand(`trainingSpec.${message.command}`, this.#document.uri);
    }
  }

  /** A page that is shown again starts anew and knows nothing. */
  async #begin(): Promise<void> {
    this.#readOnly = await whyReadOnly(this.#document.uri);
    this.#known = undefined;
    this.#ready = true;
    this.#send({ kind: "words", words: formWords() });
    await this.#refresh();
  }

  async #done(id: number, change: Promise<Pick<Extract<ToForm, { kind: "done" }>, "path" | "why">>): Promise<void> {
    const { path, why } = await change;
    this.#send({ kind: "done", id, version: this.#document.version, path, why });
    this.#soon(0);
  }

  /** What stands in a field and has not been written yet belongs into what is saved. */
  async #flush(): Promise<TextEdit[]> {
    const id = ++this.#flushed;
    const change = await new Promise<FormChange | undefined>((resolve) => {
      this.#flushes.set(id, resolve);
      setTimeout(() => resolve(undefined), FLUSH_MS);
      this.#send({ kind: "flush", id });
    });
    this.#flushes.delete(id);
    if (!change) return [];
    const { version } = this.#document;
    const uri = this.#document.uri.toString();
    const answer = await this.#session.ask<FormChanged | null>(METHODS.formChange, { uri, version, change });
    return answer?.is === "edit" ? [TextEdit.replace(rangeOf(answer.range), answer.text)] : [];
  }

  async #showText(range: ProtocolRange): Promise<void> {
    const shown = window.visibleTextEditors.find(({ document }) => document === this.#document);
    const column = shown?.viewColumn ?? ViewColumn.Beside;
    const editor = await window.showTextDocument(this.#document, column);
    const at = this.#document.validateRange(rangeOf(range));
    editor.selection = new Selection(at.start, at.start);
    editor.revealRange(at, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #send(message: ToForm): void {
    if (!this.#isGone) void this.#panel.webview.postMessage(message);
  }
}

/** Why nothing can be changed; undefined where it can. */
async function whyReadOnly(uri: Uri): Promise<string | undefined> {
  const reason = l10n.t("This file is read-only: the form shows it, and nothing can be changed here.");
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return reason;
  try {
    const { permissions } = await workspace.fs.stat(uri);
    return permissions === FilePermission.Readonly ? reason : undefined;
  } catch {
    // No file yet, or none any more: the text can be changed all the same.
    return undefined;
  }
}

function rangeOf({ start, end }: ProtocolRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
