// The browser that shows the workbench: one that is there, or Debian's.
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { runCommand } from "../../scripts/vscode/run-command.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const FIXED = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const ARGUMENTS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update"],
  // Nothing outside this machine can be reached, so a test cannot come to depend on it.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** Resolves with the path of a browser, which is installed by apt-get where there is none and we may. */
export async function installBrowser() {
  const there = findBrowser();
  if (there) return there;
  const canInstall = process.getuid?.() === 0 && findOnPath("apt-get");
  if (!canInstall) {
    throw new Error(
      "No Chromium or Chrome was found. Install one (Debian: apt-get install chromium) or name it in CHROMIUM=/path.",
    );
  }
  console.log("Installing chromium with apt-get (about 40 s)");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("apt-get", ["update", "-qq"], { env });
  await runCommand("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  const installed = findBrowser();
  if (!installed) throw new Error("apt-get installed chromium, but it cannot be found.");
  return installed;
}

export function launchBrowser(executablePath) {
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
}

/** Hosts that a page tried to reach beyond this machine. */
export function watchOutside(context) {
  const hosts = new Set();
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    // Addresses of a webview's own files; a service worker answers them.
    const isVirtual = hostname.endsWith(".vscode-resource.vscode-cdn.net");
    const isLocal = isVirtual || ["127.0.0.1", "localhost"].includes(hostname);
    if (/^(https?|wss?):$/.test(protocol) && !isLocal) hosts.add(hostname);
  });
  return hosts;
}

function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
  return named ?? NAMES.map(findOnPath).find(Boolean) ?? FIXED.find((file) => existsSync(file));
}

export function findOnPath(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}
