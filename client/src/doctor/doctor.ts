import { EventEmitter, env, l10n, type TextDocumentContentProvider, Uri, window } from "vscode";
import { type Doctor as DoctorAnswer, type EditorFacts, METHODS } from "../../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "../language-session.ts";
import { showPage } from "../show-page.ts";

export const DOCTOR_SCHEME = "training-spec-doctor";

const PAGE = Uri.from({ scheme: DOCTOR_SCHEME, path: "/Doctor.md" });

/** Says in plain words what is wrong with the setup, also when the language server is what is wrong. */
export class Doctor implements TextDocumentContentProvider {
  readonly #session: LanguageSession;
  readonly #facts: () => EditorFacts;
  readonly #changed = new EventEmitter<Uri>();
  #text = "";

  readonly onDidChange = this.#changed.event;

  constructor(session: LanguageSession, facts: () => EditorFacts) {
    this.#session = session;
    this.#facts = facts;
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }

  async examine(): Promise<void> {
    const facts = this.#facts();
    const answer = await this.#session.ask<DoctorAnswer | null>(METHODS.doctor, facts);
    const { markdown, summary, report } = answer ?? withoutServer(facts);
    const heading = l10n.t("For a bug report");
    const about = l10n.t("It holds no name and no text of your files, unless an error below quotes one.");
    this.#text = `${markdown}\n\n## ${heading}\n\n${about}\n\n\`\`\`text\n${report.replaceAll("```", "'''")}\n\`\`\`\n`;
    this.#changed.fire(PAGE);
    await showPage(PAGE);
    const copy = l10n.t("Copy for a Bug Report");
    void window.showInformationMessage(`Training Spec: ${summary}`, copy).then((choice) => {
      return choice === copy ? env.clipboard.writeText(report) : undefined;
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function withoutServer({ errors, editor, extension, host, system, trusted, settings }: EditorFacts): DoctorAnswer {
  const summary = l10n.t("The language server is not running, so nothing is checked.");
  const wayOut = l10n.t(
    "Run **Training Spec: Restart Language Server**. If it ends again, please report it with the text below.",
  );
  const last = errors.at(-1)?.split("\n")[0];
  const reason = last === undefined ? "" : `\n\n${l10n.t("The last error: {0}", `\`${last.replaceAll("`", "'")}\``)}`;
  return {
    markdown: `# Training Spec: Doctor\n\n**${summary}**${reason}\n\n${wayOut}`,
    summary,
    problems: 1,
    report: [
      `Training Spec ${extension}, language server not running`,
      `${editor}, ${host}, ${system}, trusted: ${trusted}`,
      `settings: ${JSON.stringify(settings)}`,
      ...(errors.length === 0 ? ["errors: none"] : errors),
    ].join("\n"),
  };
}
