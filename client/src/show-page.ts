import { commands, type Uri, window, workspace } from "vscode";

/** Shows a document of Markdown as a page. */
export async function showPage(page: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreview", page);
  } catch {
    // The Markdown extension that comes with VS Code can be switched off.
    await window.showTextDocument(await workspace.openTextDocument(page), { preview: true });
  }
}
