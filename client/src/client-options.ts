import { env, type FileSystemWatcher, type LogOutputChannel, workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { linkRulePages } from "./rule-links.ts";

export const LANGUAGE = "training-spec";

export type ClientOptions = LanguageClientOptions;

const WATCHED = ["**/*.{training.yaml,training.yml}", "**/training-spec.config.yaml", "**/*.results.csv"];

/** Watchers of every file that may change a finding. The caller disposes them. */
export function watchFiles(): FileSystemWatcher[] {
  return WATCHED.map((glob) => workspace.createFileSystemWatcher(glob));
}

/** Options that are the same wherever the extension runs. `files` says who reads files that are not open. */
export function clientOptions(
  outputChannel: LogOutputChannel,
  fileEvents: FileSystemWatcher[],
  files: "client" | "server",
): ClientOptions {
  const today = workspace.getConfiguration("trainingSpec").get("today", "");
  const initializationOptions: InitializationOptions = { files, locale: env.language, ...(today === "" ? {} : { today }) };
  return {
    documentSelector: [{ language: LANGUAGE }],
    diagnosticCollectionName: LANGUAGE,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    synchronize: { fileEvents },
    middleware: linkRulePages,
  };
}
