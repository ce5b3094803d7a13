import { l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import { METHODS } from "../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "./language-session.ts";

/** Writes the portfolio as a page that needs nothing but itself, to where the person says. */
export async function exportPortfolio(session: LanguageSession, to?: unknown): Promise<void> {
  const target = to instanceof Uri ? to : await askWhere();
  if (!target) return;
  const page = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Training Spec: writing the portfolio") },
    () => session.ask<{ readonly html: string } | null>(METHODS.portfolioPage, {}),
  );
  if (!page) {
    void window.showErrorMessage(
      l10n.t("The portfolio was not written: the language server did not answer. Try again."),
    );
    return;
  }
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  } catch (error) {
    void window.showErrorMessage(
      l10n.t(
        "The portfolio cannot be written to {0}: {1}",
        target.path,
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}

function askWhere(): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: l10n.t("Export Portfolio"),
    filters: { HTML: ["html"] },
    ...(folder ? { defaultUri: Uri.joinPath(folder, "portfolio.html") } : {}),
  });
}
