import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { folderWith } from "./cli.ts";

const root = process.cwd();

/** The npm package as it was packed. */
export function packedFile(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  return path.join(root, `build/training-spec-${version}.tgz`);
}

/** An empty folder outside of the repository with the packed package installed in it, without a network. */
export async function installPacked(...options: readonly string[]): Promise<string> {
  const folder = folderWith({ "package.json": "{}" });
  const { runNpm } = await import(pathToFileURL(path.join(root, "scripts/vscode/run-command.mjs")).href);
  await runNpm(["install", "--offline", ...options, packedFile()], { cwd: folder });
  return folder;
}
