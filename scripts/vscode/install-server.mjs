// Puts a real VS Code server and workbench into a cache folder: `lib/vscode` of the npm package code-server.
// Nothing is compiled and no install script runs; everything comes from the npm registry.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { runCommand, runNpm } from "./run-command.mjs";
import { writeStandIns } from "./stand-ins.mjs";

/** The newest code-server whose VS Code (1.100.3) runs on Node 20. */
const VERSION = "4.100.3";
const SHA512 = "q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==";

/** The installed 1.15 of @vscode/ripgrep fetches its binary from GitHub; since 1.18 it lies in a package of its own. */
const RIPGREP = `@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`;

export const CACHE = process.env.VSCODE_TEST_CACHE ?? path.join(os.tmpdir(), "training-spec-vscode");

/** Resolves with the folder of the VS Code server, which is installed where it is missing. */
export async function installServer() {
  const home = path.join(CACHE, `code-server-${VERSION}`);
  const vscode = path.join(home, "lib/vscode");
  if (existsSync(path.join(home, "complete"))) return vscode;
  console.log(`Installing the VS Code server (code-server ${VERSION} from npm, about 20 s) into ${CACHE}`);
  const building = `${home}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    await unpackServer(building);
    await installPackages(path.join(building, "lib/vscode"), building);
    writeFileSync(path.join(building, "complete"), "");
    moveInto(home, building);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return vscode;
}

async function unpackServer(folder) {
  const file = await fetchPackage(`code-server@${VERSION}`, folder);
  const digest = createHash("sha512").update(readFileSync(file)).digest("base64");
  if (digest !== SHA512) throw new Error(`code-server ${VERSION} from npm is not the pinned one: sha512-${digest}`);
  await runCommand("tar", ["xzf", file, "-C", folder, "--strip-components=1", "--exclude=*.map", "package/lib/vscode"]);
  rmSync(file);
}

async function installPackages(vscode, folder) {
  // `npm ci` refuses, because the shrinkwrap is out of step with package.json; a plain install follows it.
  await runNpm(["install", "--ignore-scripts", "--omit=dev"], { cwd: vscode });
  // code-server's own postinstall does the same.
  symlinkSync("node_modules", path.join(vscode, "node_modules.asar"), "junction");
  writeStandIns(path.join(vscode, "node_modules"));
  const unpacked = path.join(folder, "ripgrep");
  mkdirSync(unpacked);
  await runCommand("tar", ["xzf", await fetchPackage(RIPGREP, unpacked), "-C", unpacked, "--strip-components=1"]);
  const bin = path.join(vscode, "node_modules/@vscode/ripgrep/bin");
  mkdirSync(bin, { recursive: true });
  const name = process.platform === "win32" ? "rg.exe" : "rg";
  renameSync(path.join(unpacked, "bin", name), path.join(bin, name));
  rmSync(unpacked, { recursive: true });
}

async function fetchPackage(spec, folder) {
  await runNpm(["pack", "--silent", "--pack-destination", folder, spec], { cwd: folder });
  const file = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (!file) throw new Error(`npm pack ${spec} left no archive in ${folder}`);
  return path.join(folder, file);
}

/** Another run may have finished the same folder in the meantime; then that one stays. */
function moveInto(home, building) {
  if (existsSync(path.join(home, "complete"))) return;
  rmSync(home, { recursive: true, force: true });
  renameSync(building, home);
}
