// Installs the packages of package-lock.json where they are missing or others than it says. Needs nothing but Node and npm.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { runNpm } from "./vscode/run-command.mjs";

const root = path.resolve(import.meta.dirname, "..");

export async function installPackages() {
  if (areInstalled()) return;
  console.log("Installing packages with npm");
  // The versions of package-lock.json, which is left as it is. Not `npm ci`: it refuses where a registry does not have the
  // packages for other machines. None of them needs its install script.
  await runNpm(["install", "--no-save", "--ignore-scripts"], { cwd: root });
}

/** npm leaves a list of what it installed; packages for other machines are not in it. */
function areInstalled() {
  const list = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(path.join(root, "package-lock.json"))).every(
    ([folder, { version, optional }]) => folder === "" || optional || installed[folder]?.version === version,
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}
