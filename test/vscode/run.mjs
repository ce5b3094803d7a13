// The extension in real VS Code, from the packaged .vsix. Build and package first.
//   node test/vscode/run.mjs                 everything
//   node test/vscode/run.mjs node screen     some of: node, browser, screen, desktop
// Exit code 0: all passed; 1: a test failed; 2: the tests could not be run.
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { shared } from "../../scripts/bundle.mjs";
import { installServer } from "../../scripts/vscode/install-server.mjs";
import { temporaryFolder } from "../../scripts/vscode/server.mjs";
import { installBrowser } from "./browser.mjs";
import { runSuiteOnDesktop } from "./desktop.mjs";
import { runOnScreen } from "./on-screen.mjs";
import { runSuiteInBrowser } from "./suite-in-browser.mjs";

const PARTS = {
  node: (setup) => runSuiteInBrowser("node", setup),
  browser: (setup) => runSuiteInBrowser("browser", setup),
  screen: runOnScreen,
  desktop: runSuiteOnDesktop,
};

const root = path.resolve(import.meta.dirname, "../..");
const vsix = path.join(root, "build/training-spec.vsix");
const suites = path.join(root, "build/vscode-suites");

// Without this a Ctrl-C would leave servers and browsers behind.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

try {
  process.exit(await runParts(process.argv.slice(2)));
} catch (error) {
  console.error(`VS Code: the tests could not be run. ${error instanceof Error ? error.message : error}`);
  process.exit(2);
}

async function runParts(wanted) {
  const names = wanted.length > 0 ? wanted : Object.keys(PARTS);
  const unknown = names.find((name) => !PARTS[name]);
  if (unknown) throw new Error(`There is no part ${unknown}, only ${Object.keys(PARTS).join(", ")}.`);
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run \`npm run build\` and \`npm run package\`.`);
  const [vscode, browserPath] = await Promise.all([installServer(), installBrowser(), bundleSuites()]);
  const summaries = [];
  let exitCode = 0;
  for (const name of names) {
    const begin = Date.now();
    const outcome = await PARTS[name]({ root, vscode, vsix, browserPath, suites, workspace: copyWorkspace(name) });
    const seconds = `${((Date.now() - begin) / 1000).toFixed(1)} s`;
    console.log(`VS Code, ${name} (${seconds})`);
    // What the workbench says besides matters only when something went wrong.
    const isGood = !outcome.trouble && !outcome.failed;
    for (const line of outcome.lines) if (!isGood || line.startsWith("  ")) console.log(line);
    if (outcome.skipped) summaries.push(`${name} SKIPPED: ${outcome.skipped}`);
    else if (outcome.trouble) {
      console.error(`  TROUBLE ${outcome.trouble}`);
      summaries.push(`${name} could not be run`);
      exitCode = 2;
    } else {
      summaries.push(`${name} ${outcome.passed} passed, ${outcome.failed} failed`);
      if (outcome.failed > 0) exitCode ||= 1;
    }
  }
  console.log(`VS Code: ${summaries.join("; ")}`);
  return exitCode;
}

/** Tests change files, so each part gets its own copy. The suites look at the samples too. */
function copyWorkspace(part) {
  const copy = temporaryFolder("workspace");
  cpSync(path.join(import.meta.dirname, "workspace"), copy, { recursive: true });
  if (part !== "screen") cpSync(path.join(root, "samples"), path.join(copy, "samples"), { recursive: true });
  return copy;
}

/** The suites lie in an empty extension in development: VS Code runs suites only beside one. */
async function bundleSuites() {
  cpSync(path.join(import.meta.dirname, "carrier"), suites, { recursive: true });
  const common = { ...shared, format: "cjs", external: ["vscode"], outdir: suites, sourcemap: "inline" };
  await Promise.all([
    build({ ...common, platform: "node", entryPoints: [path.join(import.meta.dirname, "suite/node.ts")] }),
    build({ ...common, platform: "browser", entryPoints: [path.join(import.meta.dirname, "suite/browser.ts")] }),
  ]);
}
