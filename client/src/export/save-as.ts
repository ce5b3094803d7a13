import { commands, env, l10n, UIKind, Uri, window, workspace } from "vscode";
import { SAMPLE_SCHEME } from "../begin/sample-files.ts";

/** Something that is written to where the person says. */
export interface Export {
  /** Name of the file that is proposed. */
  readonly name: string;
  /** What it is, for the dialog. */
  readonly title: string;
  readonly filters: Record<string, string[]>;
  readonly content: Uint8Array;
  /** The file that it was made of: it is proposed beside it. */
  readonly of: Uri | undefined;
}

/** Asks where, and writes; a place that cannot be written to can be changed for another one. Says where it is then. */
export async function saveAs(wanted: Export, to?: Uri): Promise<Uri | undefined> {
  let target = to ?? (await askWhere(wanted));
  while (target) {
    try {
      await workspace.fs.writeFile(target, wanted.content);
      void tell(target);
      return target;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const elsewhere = l10n.t("Save Elsewhere…");
      const said = l10n.t("{0} cannot be written: {1}", target.path, why);
      if (to) {
        void window.showErrorMessage(said);
        return undefined;
      }
      if ((await window.showErrorMessage(said, elsewhere)) !== elsewhere) return undefined;
      target = await askWhere(wanted);
    }
  }
  return undefined;
}

function askWhere({ name, title, filters, of }: Export): Thenable<Uri | undefined> {
  const folder = folderFor(of);
  return window.showSaveDialog({
    title,
    filters,
    ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
  });
}

/** Beside the file, where that can be written to; else the workspace. */
function folderFor(file: Uri | undefined): Uri | undefined {
  const isWritable = file && file.scheme !== SAMPLE_SCHEME && workspace.fs.isWritableFileSystem(file.scheme) === true;
  return isWritable ? Uri.joinPath(file, "..") : workspace.workspaceFolders?.[0]?.uri;
}

/** Pages open in a browser where it can read the file; all else opens in the editor. */
async function tell(target: Uri): Promise<void> {
  const isPage = /\.html?$/i.test(target.path);
  const isNear = target.scheme === "file" && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  const open = isPage ? l10n.t("Open in Browser") : l10n.t("Open");
  const offers = isPage && !isNear ? [] : [open];
  const said = l10n.t("Saved as {0}.", target.path.slice(target.path.lastIndexOf("/") + 1));
  if ((await window.showInformationMessage(said, ...offers)) === undefined) return;
  if (isPage) await env.openExternal(target);
  else await commands.executeCommand("vscode.open", target);
}
