import { code, type Message, say } from "../../base/message.ts";
import { pathOfUri, uriOfPath } from "../../host/file-uri.ts";
import { MAX_FILE_BYTES } from "../../host/read-bytes.ts";
import type { FileText } from "../../host/read-file.ts";
import { readPieces } from "../../host/read-pieces.ts";
import { isResultsName } from "../../results/results-file.ts";
import type { ProgramFacts } from "../../workspace/spec-file.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { shownPath } from "./shown-path.ts";

export interface Loaded {
  /** URIs of the files that were asked for and could be read. */
  readonly uris: readonly string[];
  readonly problems: readonly Message[];
}

/**
 * Puts files into a workspace, and what they point to. What was asked for and cannot be read is a problem; what is only
 * pointed to is noted in the workspace, where a rule speaks of it.
 */
export function loadWorkspace(
  workspace: Workspace,
  paths: Iterable<string>,
  {
    cwd,
    read,
    factsOf,
  }: {
    readonly cwd: string;
    read(path: string): FileText;
    factsOf?(path: string): ProgramFacts | undefined;
  },
): Loaded {
  const uris: string[] = [];
  const problems: Message[] = [];
  for (const path of paths) {
    const uri = uriOfPath(path);
    if (workspace.has(uri)) {
      uris.push(uri);
      continue;
    }
    const file = read(path);
    if (file.text !== undefined) {
      workspace.set(uri, file.text, { facts: factsOf?.(path) });
      uris.push(uri);
    } else {
      workspace.setUnreadable(uri, file.why);
      problems.push(unreadable(shownPath(path, cwd), file));
    }
  }
  for (let wanted = workspace.wanted(); wanted.length > 0; wanted = workspace.wanted()) {
    for (const uri of wanted) readWanted(workspace, uri, read);
  }
  return { uris, problems };
}

function readWanted(workspace: Workspace, uri: string, read: (path: string) => FileText): void {
  const path = pathOfUri(uri);
  const file: FileText = path === undefined ? { text: undefined, why: "unreadable" } : read(path);
  if (file.text !== undefined) workspace.set(uri, file.text);
  else if (path === undefined || file.why !== "too-large" || !isResultsName(uri))
    workspace.setUnreadable(uri, file.why);
  else readTable(workspace, uri, path);
}

/** A table that is too long to be kept as a text is read piece by piece. */
function readTable(workspace: Workspace, uri: string, path: string): void {
  try {
    workspace.setResults(uri, readPieces(path));
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "EFBIG";
    workspace.setUnreadable(uri, isTooLarge ? "too-large" : "unreadable");
  }
}

function unreadable(name: string, { why, detail }: Extract<FileText, { text: undefined }>): Message {
  switch (why) {
    case "missing":
      return say`${code(name)} cannot be read: it is not there any more, or is a link that leads nowhere.`;
    case "folder":
      return say`${code(name)} cannot be read: it is a folder.`;
    case "too-large":
      return say`${code(name)} is not read: it has more than ${Math.floor(MAX_FILE_BYTES / 1_000_000)} MB. Split it: one program per file, and what programs share in a catalog.`;
    default:
      return say`${code(name)} cannot be read (${reasonInWords(detail)}).`;
  }
}

function reasonInWords(detail: string | undefined): Message | string {
  switch (detail) {
    case undefined:
      return say`no reason given`;
    case "EACCES":
    case "EPERM":
      return say`you may not read it`;
    case "ELOOP":
      return say`it is a link that leads back to itself`;
    case "not a regular file":
      return say`it is a pipe or a device; ${code("-")} reads standard input`;
    default:
      return detail;
  }
}
