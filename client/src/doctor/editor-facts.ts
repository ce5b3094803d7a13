import { type ExtensionContext, env, languages, type TextDocument, UIKind, version, window, workspace } from "vscode";
import type { EditorFacts, OpenFileFacts } from "../../../server/src/lsp/protocol.ts";
import { LANGUAGE } from "../client-options.ts";

/** So many lines may stand above the header of a spec. */
const HEAD_LINES = 60;

/** What VS Code knows about the setup; no text of a file is part of it. */
export function editorFacts(context: ExtensionContext, system: string, errors: readonly string[]): EditorFacts {
  const document = window.activeTextEditor?.document;
  const inBrowser = env.uiKind === UIKind.Web;
  return {
    editor: `${env.appName} ${version}`,
    extension: String(context.extension.packageJSON.version),
    host: env.remoteName !== undefined ? "remote" : inBrowser ? "browser" : "desktop",
    system,
    trusted: workspace.isTrusted,
    folders: workspace.workspaceFolders?.length ?? 0,
    settings: changedSettings(context),
    errors,
    ...(document ? { file: openFile(document) } : {}),
  };
}

function openFile(document: TextDocument): OpenFileFacts {
  const association = document.languageId === LANGUAGE ? undefined : associationOf(document);
  return {
    uri: document.uri.toString(),
    name: workspace.asRelativePath(document.uri),
    language: document.languageId,
    ...(association === undefined ? {} : { association }),
    looksLikeSpec: looksLikeSpec(document),
    isInWorkspace: workspace.getWorkspaceFolder(document.uri) !== undefined,
    otherCheckers: otherCheckers(document),
  };
}

function associationOf(document: TextDocument): string | undefined {
  const associations = workspace.getConfiguration("files").get<Record<string, string>>("associations", {});
  const patterns = Object.keys(associations).filter((pattern) => associations[pattern] === document.languageId);
  return patterns.find((pattern) => {
    const anywhere = pattern.includes("/") ? pattern : `**/${pattern}`;
    return languages.match({ pattern: anywhere }, document) > 0;
  });
}

function looksLikeSpec(document: TextDocument): boolean {
  for (let line = 0; line < Math.min(document.lineCount, HEAD_LINES); line++) {
    if (/^kind:\s*(program|catalog)\b/.test(document.lineAt(line).text)) return true;
  }
  return false;
}

/** A spelling checker looks for other things, and is no bother. */
function otherCheckers(document: TextDocument): string[] {
  const sources = languages.getDiagnostics(document.uri).map(({ source }) => source ?? "");
  return [...new Set(sources.filter((source) => source !== LANGUAGE && /yaml|schema/i.test(source)))];
}

function changedSettings(context: ExtensionContext): Record<string, unknown> {
  const names = Object.keys(context.extension.packageJSON.contributes.configuration.properties);
  const all = workspace.getConfiguration();
  const changed = names.filter((name) => {
    const found = all.inspect(name);
    return found && JSON.stringify(all.get(name)) !== JSON.stringify(found.defaultValue);
  });
  return Object.fromEntries(changed.map((name) => [name, all.get(name)]));
}
