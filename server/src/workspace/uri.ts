import { URI, Utils } from "vscode-uri";
import { remembered } from "../base/remembered.ts";

/** The URI that a path written in a file names: relative to the file's folder, with `/` or `\` between its parts. */
export function resolveUri(fileUri: string, path: string): string {
  const slash = fileUri.lastIndexOf("/");
  if (slash < 0 || /[?#]/.test(fileUri)) return resolvedFrom(fileUri, path);
  return resolvedIn(`${fileUri.slice(0, slash)}\n${path}`);
}

function resolvedFrom(fileUri: string, path: string): string {
  return Utils.resolvePath(Utils.dirname(URI.parse(fileUri)), path.replaceAll("\\", "/")).toString();
}

/** Of a folder and a path: files that stand side by side name the same ones. */
const resolvedIn = remembered((key) => {
  const end = key.indexOf("\n");
  return resolvedFrom(`${key.slice(0, end)}/file`, key.slice(end + 1));
});

/** The one spelling of a URI that the engine uses: as `vscode-uri` writes it. */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The last part of the path, decoded. */
export function fileName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The path from the folder of one file to another, with `/`; the whole URI where there is none. */
export function relativePath(fromFile: string, toFile: string): string {
  const from = URI.parse(fromFile);
  const to = URI.parse(toFile);
  if (from.scheme !== to.scheme || from.authority !== to.authority) return toFile;
  const base = Utils.dirname(from).path.split("/").filter(Boolean);
  const parts = to.path.split("/").filter(Boolean);
  let same = 0;
  while (same < base.length && base[same] === parts[same]) same++;
  return [...base.slice(same).map(() => ".."), ...parts.slice(same)].join("/");
}

/** The name of the configuration: it counts in its folder and below. */
export const CONFIG_NAME = "training-spec.config.yaml";

export function isConfigUri(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

/** Whether a name, or the end of a path, is one of those that mean a spec or a configuration, wherever they stand. */
export function isSpecFileName(name: string): boolean {
  return /(^|\/)training-spec\.config\.yaml$/.test(name) || /\.training\.ya?ml$/i.test(name);
}

/** Where configurations that count for a folder may lie above it. */
export function configsAbove(folderUri: string): string[] {
  const found: string[] = [];
  for (let folder = parentOf(folderUri); folder !== undefined; folder = parentOf(folder))
    found.push(`${folder}/${CONFIG_NAME}`);
  return found;
}

/** The folder that a file or folder stands in; undefined at the root. */
export function parentOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf("/");
  return slash > uri.indexOf("://") + 2 ? uri.slice(0, slash) : undefined;
}
