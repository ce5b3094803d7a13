import type { Connection } from "vscode-languageserver";
import type { Symptom } from "../features/setup-symptom.ts";
import type { HistoryOf } from "../host/load-history.ts";
import { isResultsName } from "../results/results-file.ts";
import { isKnownName } from "../workspace/known-findings.ts";
import { CONFIG_NAME, isSpecFileName } from "../workspace/uri.ts";
import { type FileContent, METHODS } from "./protocol.ts";

/** How the server gets at files that are not open. */
export interface Files {
  /** URIs of all specs below the folders of the workspace. */
  find(folders: readonly string[]): Promise<readonly string[]>;
  read(uri: string): Promise<FileContent>;
  /** Told how long the texts are that are read, opened or drawn; absent where nobody has to know. */
  taken?(characters: number): void;
  /** What files said before; absent where nobody knows. */
  readonly history?: HistoryOf;
  /** Whether Git leaves a file out; absent where nobody knows. */
  ignores?(uri: string): boolean;
  /** What can be said of Git in a folder; absent where there is none, or where it must not be run. */
  examineGit?(folder: string): Promise<readonly Symptom[]>;
}

/** Files that only the client can read: of a browser, of a repository that is not checked out. */
export function clientFiles(connection: Connection): Files {
  return {
    find: async () => (await connection.sendRequest<string[]>(METHODS.find, {})) ?? [],
    read: async (uri) => (await connection.sendRequest<FileContent>(METHODS.read, { uri })) ?? { kind: "missing" },
  };
}

/** Files of a disk as `disk` reads them, and those of any other scheme from the client. */
export function mixedFiles(disk: Files, client: Files): Files {
  return { ...disk, read: (uri) => (uri.startsWith("file:") ? disk : client).read(uri) };
}

/** The same files, without their past: to know it, Git has to be run in their folder, with the settings that lie there. */
export function withoutHistory({ history: _, examineGit: __, ...files }: Files): Files {
  return files;
}

/** The engine reads files with these endings, tables where a program names them as its results; a glob for watchers. */
export const SPEC_GLOB = `**/{*.training.yaml,*.training.yml,*.csv,*.tsv,*known-findings.json,${CONFIG_NAME}}`;

/** A file that counts where a spec or a configuration names it, and is looked for by nobody. */
export function isOnlyNamed(uri: string): boolean {
  return isResultsName(uri) || isKnownName(uri);
}

export function isSpecUri(uri: string): boolean {
  return isSpecFileName(uri) || isOnlyNamed(uri);
}
