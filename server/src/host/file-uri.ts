import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { remembered } from "../base/remembered.ts";
import { normalizeUri } from "../workspace/uri.ts";

/** The URI of a file on disk, in the engine's spelling. */
export function uriOfPath(absolutePath: string): string {
  const name = path.basename(absolutePath);
  if (!PLAIN_NAME.test(name)) return normalizeUri(pathToFileURL(absolutePath).href);
  return uriOfFolder(path.dirname(absolutePath)) + name;
}

/** Written the same in a path and in a URI. */
const PLAIN_NAME = /^\w[\w.-]*$/;

const uriOfFolder = remembered((folder) => `${normalizeUri(pathToFileURL(folder).href).replace(/\/$/, "")}/`);
const pathOfFolder = remembered((uri) => fileURLToPath(uri));

/** The path of a file on disk; undefined for a URI that names none. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const end = uri.lastIndexOf("/") + 1;
    const name = uri.slice(end);
    return PLAIN_NAME.test(name) ? pathOfFolder(uri.slice(0, end)) + name : fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
