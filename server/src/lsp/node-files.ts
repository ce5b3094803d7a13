import { glob } from "tinyglobby";
import { pathOfUri, uriOfPath } from "../host/file-uri.ts";
import { readFile } from "../host/read-file.ts";
import type { Files } from "./files.ts";

/** Files on the disk of the machine that the server runs on. */
export const NODE_FILES: Files = {
  async find(folders) {
    const found = await Promise.all(folders.map(specsBelow));
    return [...new Set(found.flat())];
  },
  async read(uri) {
    const path = pathOfUri(uri);
    if (path === undefined) return { kind: "missing" };
    const file = readFile(path);
    return file.text === undefined ? { kind: file.why } : { kind: "text", text: file.text };
  },
};

async function specsBelow(folder: string): Promise<string[]> {
  const cwd = pathOfUri(folder);
  if (cwd === undefined) return [];
  const paths = await glob("**/*.training.{yaml,yml}", {
    cwd,
    absolute: true,
    dot: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
    followSymbolicLinks: false,
  }).catch(() => []);
  return paths.map(uriOfPath);
}
