import { ProgressLocation, Uri, window, workspace } from "vscode";
import { METHODS } from "../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "./language-session.ts";

/** Writes the portfolio as a page that needs nothing but itself, to where the person says. */
export async function exportPortfolio(session: LanguageSession, to?: unknown): Promise<void> {
  const target = to instanceof Uri ? to : await askWhere();
  if (!target) return;
  const page = await window.withProgress(
    { location: ProgressLocation.Notification, title: "Training Spec: writing the portfolio" },
    () => session.ask<{ readonly html: string } | null>(METHODS.portfolioPage, {}),
  );
  if (!page) {
    void window.showErrorMessage("The portfolio was not written: the language server did not answer. Try again.");
    return;
  }
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  } catch (error) {
    void window.showErrorMessage(
      `The portfolio cannot be written to ${target.path}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function askWhere(): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: "Export Portfolio",
    filters: { HTML: ["html"] },
    ...(folder ? { defaultUri: Uri.joinPath(folder, "portfolio.html") } : {}),
  });
}
