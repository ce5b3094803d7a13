import { env, type LogOutputChannel, workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";
import type { ClientHost } from "./language-session.ts";
import { linkRulePages } from "./rule-links.ts";

export const LANGUAGE = "training-spec";

export type ClientOptions = LanguageClientOptions;

/** Options that are the same wherever the extension runs. `files` says who reads files that are not open. */
export function clientOptions(
  outputChannel: LogOutputChannel,
  files: "client" | "server",
  { translation, storage }: Pick<ClientHost, "translation" | "storage">,
): ClientOptions {
  const settings = workspace.getConfiguration("trainingSpec");
  const today = settings.get("today", "");
  const initializationOptions: InitializationOptions = {
    files,
    readsOthers: true,
    trusted: workspace.isTrusted,
    locale: env.language,
    ...(translation ? { translation } : {}),
    ...(storage === undefined ? {} : { storage }),
    codeLens: settings.get("codeLens.enabled", true),
    ...(today === "" ? {} : { today }),
  };
  return {
    // Results are checked as they are typed; the server leaves alone a table that no program names.
    documentSelector: [{ language: LANGUAGE }, { pattern: "**/*.{csv,tsv}" }],
    diagnosticCollectionName: LANGUAGE,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    middleware: linkRulePages,
  };
}
