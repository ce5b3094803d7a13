import { type Disposable, LanguageStatusSeverity, l10n, languages, window } from "vscode";
import { METHODS, type Readiness } from "../../server/src/lsp/protocol.ts";
import { LANGUAGE } from "./client-options.ts";
import type { LanguageSession } from "./language-session.ts";

/** Waits this long after the last change, so that typing asks once. */
const QUIET_MS = 300;

/** What stands between the program in the editor and its next status, in the status bar; a click opens the preview. */
export function showReadiness(session: LanguageSession): Disposable {
  const item = languages.createLanguageStatusItem("trainingSpec.readiness", { language: LANGUAGE });
  item.name = l10n.t("Training Spec: what is left to do");
  item.text = "Training Spec";
  item.command = { command: "trainingSpec.openPreview", title: l10n.t("Open Preview") };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const update = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    const own = ++asked;
    const found = await session.ask<Readiness | null>(METHODS.readiness, { uri: document.uri.toString() });
    if (own !== asked) return;
    item.text = found?.text ?? "Training Spec";
    item.detail = found?.detail ?? "";
    item.severity = SEVERITIES[found?.severity ?? "none"];
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), QUIET_MS);
  };
  const listeners = [session.onChanged(soon), window.onDidChangeActiveTextEditor(soon)];
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const listener of [...listeners, item]) listener.dispose();
    },
  };
}

const SEVERITIES: Readonly<Record<Readiness["severity"], LanguageStatusSeverity>> = {
  error: LanguageStatusSeverity.Error,
  warning: LanguageStatusSeverity.Warning,
  hint: LanguageStatusSeverity.Information,
  none: LanguageStatusSeverity.Information,
};
