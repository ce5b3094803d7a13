import { pathOfUri, uriOfPath } from "../host/file-uri.ts";
import { historyOf } from "../host/git-history.ts";
import { readFile } from "../host/read-file.ts";
import { walk } from "../host/walk.ts";
import type { Files } from "./files.ts";

/** Files on the disk of the machine that the server runs on. */
export const NODE_FILES: Files = {
  history: historyOf,
  async find(folders) {
    return [...new Set(folders.flatMap(specsBelow))];
  },
  async read(uri) {
    const path = pathOfUri(uri);
    if (path === undefined) return { kind: "missing" };
    const file = readFile(path);
    return file.text === undefined ? { kind: file.why } : { kind: "text", text: file.text };
  },
};

/** The same files that the command line finds in a folder. */
function specsBelow(folder: string): string[] {
  const path = pathOfUri(folder);
  return path === undefined ? [] : walk(path).files.map(uriOfPath);
}
