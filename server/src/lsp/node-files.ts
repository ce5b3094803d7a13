import { dirname } from "node:path";
import { say } from "../base/message.ts";
import { examineGit } from "../host/examine-git.ts";
import { pathOfUri, uriOfPath } from "../host/file-uri.ts";
import { historyOf } from "../host/git-history.ts";
import { GitIgnore, repositoryAbove } from "../host/git-ignore.ts";
import { growModestly } from "../host/modest-heap.ts";
import { readFile } from "../host/read-file.ts";
import { walk } from "../host/walk.ts";
import { stayYoungAndSmall } from "../host/young-heap.ts";
import type { Files } from "./files.ts";

/** Files on the disk of the machine that the server runs on. */
export const NODE_FILES: Files = {
  taken: stayYoungAndSmall(),
  history: historyOf,
  async find(folders) {
    const found = [...new Set(folders.flatMap(specsBelow))];
    void growModestly(found.length);
    return found;
  },
  ignores(uri) {
    const path = pathOfUri(uri);
    const top = path === undefined ? undefined : repositoryAbove(dirname(path));
    return path !== undefined && top !== undefined && new GitIgnore(top).leavesOut(path, "file");
  },
  async examineGit(folder) {
    const path = pathOfUri(folder);
    if (path === undefined) return [];
    const without = say`So nothing is said about targets that moved after launch.`;
    return examineGit(path, without);
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
