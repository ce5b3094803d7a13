// `npm start`: from a fresh clone to the samples in an editor with the extension running.
//   TRAINING_SPEC_EDITOR=server   the VS Code server even where there is a desktop VS Code
//   PORT=8080                     its port, on loopback; any free one else
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { installPackages } from "./install.mjs";
import { installServer } from "./vscode/install-server.mjs";
import { runCommand } from "./vscode/run-command.mjs";
import { createProfile, installExtension, startServer } from "./vscode/server.mjs";

const root = path.resolve(import.meta.dirname, "..");
const samples = path.join(root, "samples");

// The server is a process group of its own, which a Ctrl-C in the terminal does not reach.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));

try {
  await installPackages();
  await script("build.mjs");
  console.log("\n$ training-spec lint samples\n");
  spawnSync(process.execPath, [path.join(root, "dist/cli.js"), "lint", "samples"], { cwd: root, stdio: "inherit" });
  const desktop = process.env.TRAINING_SPEC_EDITOR === "server" ? undefined : findDesktop();
  if (desktop) openDesktop(desktop);
  else await openServer();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function script(name) {
  return runCommand(process.execPath, [path.join(import.meta.dirname, name)], { cwd: root, stdio: "inherit" });
}

function findDesktop() {
  const name = process.platform === "win32" ? "code.cmd" : "code";
  const found = spawnSync(name, ["--version"], { shell: process.platform === "win32", stdio: "ignore" });
  return found.status === 0 ? name : undefined;
}

/** A window with the extension run from this folder: nothing is installed in the user's own VS Code. */
function openDesktop(code) {
  console.log(`\nOpening ${samples} in VS Code.`);
  const args = ["--new-window", `--extensionDevelopmentPath=${root}`, samples];
  spawn(code, args, { shell: process.platform === "win32", stdio: "inherit" });
}

async function openServer() {
  await script("package.mjs");
  const vscode = await installServer();
  const profile = createProfile();
  await installExtension(vscode, profile, path.join(root, "build/training-spec.vsix"));
  const server = await startServer(vscode, profile, { port: Number(process.env.PORT ?? 0) });
  console.log(`\nVS Code with Training Spec: ${server.url}/?folder=${encodeURIComponent(samples)}\nCtrl-C ends it.`);
  await server.ended;
  throw new Error(`The VS Code server ended.\n${server.log().slice(-2000)}`);
}
