import { fileURLToPath, pathToFileURL } from "node:url";
import { normalizeUri } from "../workspace/uri.ts";

/** The URI of a file on disk, in the engine's spelling. */
export function uriOfPath(absolutePath: string): string {
  return normalizeUri(pathToFileURL(absolutePath).href);
}

/** The path of a file on disk; undefined for a URI that names none. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
