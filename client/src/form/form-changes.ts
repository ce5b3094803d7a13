import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Disposable,
  l10n,
  Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from "vscode";
import type { Position as ProtocolPosition } from "vscode-languageserver-types";
import {
  type FormChange,
  type FormChanged,
  type FormFinding,
  type FormPath,
  METHODS,
} from "../../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "../language-session.ts";

/** What became of a change: where what was changed stands now, or why it was not made. */
export interface Outcome {
  readonly path: FormPath | undefined;
  readonly why: string | undefined;
}

const MADE: Outcome = { path: undefined, why: undefined };

/** A text that somebody types in is asked for again this often. */
const TRIES = 4;

/** Makes the changes of one form in its text, one after the other, each as one step that can be undone. */
export class FormChanges implements Disposable {
  readonly #session: LanguageSession;
  readonly #document: TextDocument;
  readonly #listener: Disposable;
  #last: Promise<unknown> = Promise.resolve();
  /** Numbers of items mean what they meant since this version of the text. */
  #numbered = 0;
  #isOwn = false;

  constructor(session: LanguageSession, document: TextDocument) {
    this.#session = session;
    this.#document = document;
    this.#listener = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed === document && contentChanges.length > 0 && !this.#isOwn) this.#numbered = document.version;
    });
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** `seen`: the version of the text that the form showed. */
  make(change: FormChange, seen: number): Promise<Outcome> {
    return this.#inTurn(() => this.#make(change, seen));
  }

  /** Changes an id everywhere. */
  rename(position: ProtocolPosition, name: string): Promise<Outcome> {
    return this.#inTurn(async () => {
      const at = new Position(position.line, position.character);
      const edit = await commands.executeCommand<WorkspaceEdit | undefined>(
        "vscode.executeDocumentRenameProvider",
        this.#document.uri,
        at,
        name,
      );
      return edit ? this.#apply(edit) : refused(l10n.t("The id cannot be changed here: change it in the text."));
    });
  }

  /** Does what a quick fix of a finding says. */
  fix({ range, rule }: FormFinding, title: string): Promise<Outcome> {
    return this.#inTurn(async () => {
      const { start, end } = range;
      const actions = await commands.executeCommand<readonly CodeAction[]>(
        "vscode.executeCodeActionProvider",
        this.#document.uri,
        new Range(start.line, start.character, end.line, end.character),
        CodeActionKind.QuickFix.value,
      );
      const named = actions.filter((action) => action.title === title);
      const action =
        named.find(({ diagnostics }) => diagnostics?.some((each) => ruleOf(each.code) === rule)) ?? named[0];
      if (!action?.edit) return refused(l10n.t("The text has changed since: look at the finding again."));
      return this.#apply(action.edit);
    });
  }

  /** A failure is an answer too: a page that waits would keep its field for ever. */
  #inTurn(work: () => Promise<Outcome>): Promise<Outcome> {
    const turn = this.#last
      .then(work)
      .catch((error) => refused(error instanceof Error ? error.message : String(error)));
    this.#last = turn;
    return turn;
  }

  async #make(change: FormChange, seen: number): Promise<Outcome> {
    const isNumbered = change.path.some((step) => typeof step === "number");
    const uri = this.#document.uri.toString();
    for (let tries = 0; tries < TRIES; tries++) {
      if (isNumbered && seen < this.#numbered) return refused(l10n.t("The text has changed meanwhile: try again."));
      const { version } = this.#document;
      const answer = await this.#session.ask<FormChanged | null>(METHODS.formChange, { uri, version, change });
      if (!answer) return refused(l10n.t("The language server of Training Spec did not answer: try again."));
      if (answer.is === "same") return MADE;
      if (answer.is === "refused") return refused(answer.why);
      if (answer.is === "stale" || version !== this.#document.version) continue;
      const { start, end } = answer.range;
      const edit = new WorkspaceEdit();
      edit.replace(this.#document.uri, new Range(start.line, start.character, end.line, end.character), answer.text);
      const outcome = await this.#apply(edit);
      if (outcome.why !== undefined && version !== this.#document.version) continue;
      if (change.do !== "set" && change.do !== "add" && isNumbered) this.#numbered = this.#document.version;
      return outcome.why === undefined ? { path: answer.path, why: undefined } : outcome;
    }
    return refused(l10n.t("The text has changed meanwhile: try again."));
  }

  async #apply(edit: WorkspaceEdit): Promise<Outcome> {
    this.#isOwn = true;
    try {
      const isDone = await workspace.applyEdit(edit);
      return isDone ? MADE : refused(l10n.t("The editor did not take the change: the file may be read-only."));
    } finally {
      this.#isOwn = false;
    }
  }
}

function refused(why: string): Outcome {
  return { path: undefined, why };
}

function ruleOf(code: CodeActionCode): string {
  return String(typeof code === "object" ? code.value : code);
}

type CodeActionCode = NonNullable<CodeAction["diagnostics"]>[number]["code"];
