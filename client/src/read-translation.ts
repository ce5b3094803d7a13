import { env, Uri, workspace } from "vscode";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";

/** The catalog of the language of VS Code, from the extension; undefined for English, and where there is none. */
export async function readTranslation(extension: Uri): Promise<InitializationOptions["translation"]> {
  const [language = "en"] = env.language.toLowerCase().split("-");
  if (language === "en") return undefined;
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, `dist/messages.${language}.json`));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
