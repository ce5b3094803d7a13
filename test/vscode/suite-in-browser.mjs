// Runs the suite inside an extension host of the real VS Code server, Node or web worker, from the installed package.
import { readdirSync } from "node:fs";
import path from "node:path";
import { createProfile, installExtension, startServer, temporaryFolder } from "../../scripts/vscode/server.mjs";
import { launchBrowser, watchOutside } from "./browser.mjs";
import { startFront } from "./front.mjs";

const LIMIT_MS = 480_000;
const RESULT = /^@@RESULT (.*)/;

/**
 * Resolves with `{ passed, failed, trouble, lines }`; `trouble` says why there is no believable result. `suite` is a file
 * of `suite/`, `workspace` a folder or a `.code-workspace`.
 */
export async function runSuiteInBrowser(
  host,
  { vscode, vsix, browserPath, suites, workspace, suite = host, settings = {}, asksForTrust = false },
) {
  const lines = [];
  const profile = createProfile(settings);
  if (host === "node") await installExtension(vscode, profile, vsix);
  const server = await startServer(vscode, profile, { asksForTrust });
  const browser = await launchBrowser(browserPath);
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const outside = watchOutside(context);
    const page = await context.newPage();
    const ended = watchEnd(page, lines);
    const address =
      host === "node"
        ? nodeAddress(server, suites, suite)
        : await webAddress(server, { context, vscode, vsix, suites });
    const what = workspace.endsWith(".code-workspace") ? "workspace" : "folder";
    await page.goto(`${address}&${what}=${encodeURIComponent(workspace)}`);
    const { result, trouble } = await ended;
    if (outside.size > 0) lines.push(`Hosts outside this machine that were asked for: ${[...outside].join(" ")}`);
    return { ...result, trouble: trouble && `${trouble}\n${server.log().slice(-2000)}`, lines };
  } finally {
    await browser.close();
    server.stop();
  }
}

/** An exit code alone is not believed: a killed host and an empty suite arrive as 0 too. */
function watchEnd(page, lines) {
  return new Promise((resolve) => {
    let result;
    const end = (trouble) => {
      clearTimeout(limit);
      const isEmpty = !result || result.passed + result.failed === 0;
      resolve({
        result,
        trouble:
          trouble ?? (isEmpty ? "The suite ended without a result: its host crashed, or it is empty." : undefined),
      });
    };
    const limit = setTimeout(() => end(`No result within ${LIMIT_MS / 1000} s.`), LIMIT_MS);
    page.exposeFunction("codeAutomationLog", (_type, [first, ...more]) => {
      const found = RESULT.exec(String(first));
      if (found) result = JSON.parse(found[1]);
      else lines.push([first, ...more].join(" "));
    });
    page.exposeFunction("codeAutomationExit", () => end());
    if (process.env.VERBOSE) page.on("console", (message) => lines.push(`[${message.type()}] ${message.text()}`));
    page.on("crash", () => end("The page crashed."));
    page.on("pageerror", (error) => lines.push(`Error in the workbench: ${error.message}`));
  });
}

function nodeAddress(server, suites, suite) {
  const remote = (file) => `vscode-remote://${server.authority}${file}`;
  const payload = [
    ["skipWelcome", "true"],
    ["extensionDevelopmentPath", remote(suites)],
    ["extensionTestsPath", remote(path.join(suites, `${suite}.js`))],
  ];
  return `${server.url}/?payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

async function webAddress(server, { context, vscode, vsix, suites }) {
  const unpacked = temporaryFolder("installed");
  await installExtension(vscode, unpacked, vsix);
  const installed = readdirSync(path.join(unpacked, "extensions")).find((name) => name.startsWith("training-spec."));
  const { url, authority } = await startFront(server, {
    "test-suites": suites,
    "test-extension": path.join(unpacked, "extensions", installed),
  });
  const uri = (file) => ({ scheme: "http", authority, path: file });
  await changeConfiguration(context, {
    developmentOptions: { extensions: [uri("/test-suites")], extensionTestsPath: uri("/test-suites/browser.js") },
    additionalBuiltinExtensions: [uri("/test-extension")],
  });
  return `${url}/?payload=${encodeURIComponent(JSON.stringify([["skipWelcome", "true"]]))}`;
}

/** Adds to the configuration that the server wrote into its page; a rewritten response would lose its WebSockets. */
function changeConfiguration(context, extra) {
  return context.addInitScript((added) => {
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      const isConfiguration = this.id === "vscode-workbench-web-configuration" && name === "data-settings";
      if (!isConfiguration || !value) return value;
      const settings = JSON.parse(value);
      const developmentOptions = { ...settings.developmentOptions, ...added.developmentOptions };
      return JSON.stringify({ ...settings, ...added, developmentOptions });
    };
  }, extra);
}
