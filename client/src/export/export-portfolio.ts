import { l10n, ProgressLocation, Uri, window } from "vscode";
import { METHODS } from "../../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "../language-session.ts";
import { saveAs } from "./save-as.ts";

/** Writes the portfolio as a page that needs nothing but itself, to where the person says. */
export async function exportPortfolio(session: LanguageSession, to?: unknown): Promise<void> {
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
  await saveAs(
    {
      name: "portfolio.html",
      title: l10n.t("Export Portfolio"),
      filters: { HTML: ["html"] },
      content: new TextEncoder().encode(page.html),
      of: undefined,
    },
    to instanceof Uri ? to : undefined,
  );
}
