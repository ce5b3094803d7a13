import { env, l10n, UIKind, Uri, window, workspace } from "vscode";
import type { LanguageSession } from "../language-session.ts";
import type { FollowingPreview } from "../preview/following-preview.ts";
import { previewPage } from "./export-preview.ts";

/**
 * Prints the preview by a browser, because panels of VS Code cannot print: the page is opened in it where the browser and
 * the extension share a disk; elsewhere the panel hands it to the browser as a download.
 */
export async function printPreview(session: LanguageSession, preview: FollowingPreview, storage: Uri): Promise<void> {
  const uri = preview.current();
  if (!uri) {
    preview.offerBeginnings();
    return;
  }
  const html = await previewPage(session, uri);
  if (html === undefined) return;
  const name = `${uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/(\.training)?\.ya?ml$/, "")}.html`;
  if (env.uiKind === UIKind.Desktop && env.remoteName === undefined && (await openInBrowser(html, name, storage))) {
    void window.showInformationMessage(l10n.t("The preview is open in your browser. Print it there."));
    return;
  }
  try {
    await preview.download(name, html);
    void window.showInformationMessage(
      l10n.t("{0} is among your downloads. Open it in a browser and print it there.", name),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t("The page to print was not written: {0}", why));
  }
}

/** Whether a browser took it. */
async function openInBrowser(html: string, name: string, storage: Uri): Promise<boolean> {
  try {
    const file = Uri.joinPath(storage, "print", name);
    await workspace.fs.writeFile(file, new TextEncoder().encode(html));
    return await env.openExternal(file);
  } catch {
    return false;
  }
}
