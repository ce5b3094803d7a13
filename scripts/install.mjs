// Installs the packages of package-lock.json where they are missing or others than it says. Needs nothing but Node and npm.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { runNpm } from "./vscode/run-command.mjs";

const root = path.resolve(import.meta.dirname, "..");

/** The packages of the project, or of a folder in it that has its own package file. */
export async function installPackages(folder = root) {
  if (areInstalled(folder)) return;
  console.log("Installing packages with npm");
  // The versions of package-lock.json, which is left as it is. Not `npm ci`: it refuses where a registry does not have the
  // packages for other machines. None of them needs its install script.
  await runNpm(["install", "--no-save", "--ignore-scripts"], { cwd: folder });
}

/** npm leaves a list of what it installed; packages for other machines are not in it. */
function areInstalled(folder) {
  const list = path.join(folder, "node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(path.join(folder, "package-lock.json"))).every(
    ([place, { version, optional }]) => place === "" || optional || installed[place]?.version === version,
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}
