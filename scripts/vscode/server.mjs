// Runs the VS Code server on loopback with a profile of its own.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runCommand } from "./run-command.mjs";

const QUIET_SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
};

const leftovers = [];
process.once("exit", () => {
  for (const clear of leftovers.reverse()) clear();
});

/** Calls `clear` when this process ends, before what was to be cleared earlier: a server ends before its folder goes. */
export function atEnd(clear) {
  leftovers.push(clear);
}

/** A folder that is removed when this process ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `training-spec-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Makes a profile folder; the user's settings live on the server's side. */
export function createProfile(settings = {}) {
  const profile = temporaryFolder("profile");
  mkdirSync(path.join(profile, "data/User"), { recursive: true });
  writeFileSync(path.join(profile, "data/User/settings.json"), JSON.stringify({ ...QUIET_SETTINGS, ...settings }));
  return profile;
}

/** Installs a packaged extension into a profile, as `code --install-extension` does. No server needs to run. */
export async function installExtension(vscode, profile, vsix) {
  const args = [serverMain(vscode), "--install-extension", path.resolve(vsix), "--force", ...profileArguments(profile)];
  const output = await runCommand(process.execPath, args, { env: environment(profile) });
  if (!output.includes("successfully installed")) throw new Error(`${vsix} was not installed:\n${output}`);
}

/** Starts the server; `stop` ends it with everything that it started. */
export async function startServer(vscode, profile, { port = 0, args = [], asksForTrust = false } = {}) {
  const child = spawn(
    process.execPath,
    [
      serverMain(vscode),
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...[
        "--disable-telemetry",
        ...(asksForTrust ? [] : ["--disable-workspace-trust"]),
        "--disable-update-check",
        "--disable-getting-started-override",
      ],
      ...profileArguments(profile),
      ...args,
    ],
    // A process group of its own, so that one signal ends the extension hosts too.
    { env: environment(profile), stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  let log = "";
  const stop = () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
  };
  atEnd(stop);
  const address = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      log += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(log);
      if (found) resolve(`127.0.0.1:${found[1]}`);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`The VS Code server ended (${signal ?? code}):\n${log}`)));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return { url: `http://${address}`, authority: address, stop, ended, log: () => log };
}

function serverMain(vscode) {
  return path.join(vscode, "out/server-main.js");
}

function profileArguments(profile) {
  return ["--server-data-dir", profile, "--accept-server-license-terms", "--telemetry-level", "off"];
}

function environment(profile) {
  return {
    ...process.env,
    // Its sockets, which else pile up in the temporary folder.
    XDG_RUNTIME_DIR: profile,
    // No look-ups in an extension gallery.
    EXTENSIONS_GALLERY: "{}",
  };
}
