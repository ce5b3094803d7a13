// Runs the suite in a desktop VS Code: the one that VSCODE_PATH names, else a downloaded one.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { CACHE } from "../../scripts/vscode/install-server.mjs";
import { runCommand } from "../../scripts/vscode/run-command.mjs";
import { atEnd, temporaryFolder } from "../../scripts/vscode/server.mjs";
import { findOnPath } from "./browser.mjs";

const RELEASES = "https://update.code.visualstudio.com/api/releases/stable";

/** Resolves like `runSuiteInBrowser`, or with `skipped`: why there is no desktop VS Code to be had. */
export async function runSuiteOnDesktop({ vsix, suites, workspace }) {
  const named = process.env.VSCODE_PATH;
  if (named && !existsSync(named)) return trouble(`VSCODE_PATH names ${named}, which does not exist.`);
  const unreachable = named ? undefined : await whyUnreachable();
  if (unreachable) return { skipped: unreachable, lines: [] };
  const needsDisplay = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (needsDisplay && !findOnPath("Xvfb")) {
    const reason = "there is no display, and no Xvfb to stand in for one";
    return named ? trouble(`VSCODE_PATH is set, but ${reason}.`) : { skipped: reason, lines: [] };
  }
  const code = named ?? (await downloadAndUnzipVSCode({ cachePath: path.join(CACHE, "desktop") }));
  const display = needsDisplay ? await startDisplay() : undefined;
  try {
    return await runSuite(code, { vsix, suites, workspace, display });
  } finally {
    display?.stop();
  }
}

async function runSuite(code, { vsix, suites, workspace, display }) {
  const profile = temporaryFolder("desktop");
  const folders = ["--extensions-dir", path.join(profile, "extensions"), "--user-data-dir", path.join(profile, "user")];
  const [cli, ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(code, { reuseMachineInstall: true });
  await runCommand(cli, [...cliArguments, ...folders, "--no-sandbox", "--install-extension", vsix, "--force"], {
    shell: process.platform === "win32",
  });
  const report = path.join(profile, "result.json");
  let ending = "";
  try {
    await runTests({
      vscodeExecutablePath: code,
      reuseMachineInstall: true,
      extensionDevelopmentPath: suites,
      extensionTestsPath: path.join(suites, "node.js"),
      extensionTestsEnv: { TRAINING_SPEC_RESULT: report, ...(display ? { DISPLAY: display.name } : {}) },
      launchArgs: [
        workspace,
        ...folders,
        ...["--disable-workspace-trust", "--skip-welcome", "--skip-release-notes", "--disable-updates"],
        ...["--disable-telemetry", "--disable-gpu", "--no-sandbox"],
      ],
    });
  } catch (error) {
    ending = String(error);
  }
  if (!existsSync(report)) return trouble(`The suite in ${code} left no result. ${ending}`);
  const result = JSON.parse(readFileSync(report, "utf8"));
  return result.passed + result.failed > 0 ? { ...result, lines: [] } : trouble(`The suite in ${code} is empty.`);
}

async function whyUnreachable() {
  try {
    const answer = await fetch(RELEASES, { signal: AbortSignal.timeout(5000) });
    return answer.ok ? undefined : `update.code.visualstudio.com answers ${answer.status}, and VSCODE_PATH is not set`;
  } catch {
    return "update.code.visualstudio.com cannot be reached, and VSCODE_PATH is not set";
  }
}

function startDisplay() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const stop = () => server.kill();
  atEnd(stop);
  return new Promise((resolve, reject) => {
    server.stdout.once("data", (number) => resolve({ name: `:${String(number).trim()}`, stop }));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

function trouble(text) {
  return { trouble: text, lines: [] };
}
