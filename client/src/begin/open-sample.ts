import { commands, l10n, type QuickPickItem, QuickPickItemKind, Uri, ViewColumn, window, workspace } from "vscode";
import { SAMPLE_SCHEME } from "./sample-files.ts";
import { SAMPLE_TABLES, SAMPLES } from "./sample-list.ts";

interface Item extends QuickPickItem {
  readonly path?: string;
}

/** Opens a sample, given or picked, with its preview beside it. */
export async function openSample(given?: unknown): Promise<void> {
  const copy: Item = {
    label: `$(folder-opened) ${l10n.t("Copy all samples into a folder…")}`,
    description: l10n.t("to keep what you change"),
  };
  const items: Item[] = SAMPLES.map(({ path, title, shows }) => ({
    label: title,
    description: l10n.t(shows),
    path,
  }));
  const picked =
    typeof given === "string"
      ? { label: given, path: given }
      : await window.showQuickPick<Item>([...items, { label: "", kind: QuickPickItemKind.Separator }, copy], {
          title: l10n.t("Open a Sample"),
          placeHolder: l10n.t("You can change it; what you change is kept until this window is closed"),
          matchOnDescription: true,
        });
  if (picked === copy) await copySamples();
  if (picked?.path === undefined) return;
  const uri = Uri.from({ scheme: SAMPLE_SCHEME, path: `/${picked.path}` });
  await window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn: ViewColumn.One, preview: false });
  await commands.executeCommand("trainingSpec.openPreview");
}

/** Copies into a new folder, so that nothing there is written over. */
async function copySamples(): Promise<void> {
  const [parent] =
    (await window.showOpenDialog({
      title: l10n.t("Copy the Samples Into"),
      openLabel: l10n.t("Copy Here"),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (!parent) return;
  try {
    const folder = await freeFolder(parent);
    for (const path of [...SAMPLES.map(({ path }) => path), ...SAMPLE_TABLES]) {
      const content = await workspace.fs.readFile(Uri.from({ scheme: SAMPLE_SCHEME, path: `/${path}` }));
      await workspace.fs.writeFile(Uri.joinPath(folder, path), content);
    }
    await commands.executeCommand("vscode.openFolder", folder, { forceNewWindow: true });
  } catch (error) {
    void window.showErrorMessage(
      l10n.t(
        "The samples cannot be copied to {0}: {1}",
        parent.path,
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}

async function freeFolder(parent: Uri): Promise<Uri> {
  const there = new Set((await workspace.fs.readDirectory(parent)).map(([name]) => name));
  let name = "training-spec-samples";
  for (let number = 2; there.has(name); number++) name = `training-spec-samples-${number}`;
  return Uri.joinPath(parent, name);
}
