// The extension in real VS Code, from the packaged .vsix. Build and package first.
//   node test/vscode/run.mjs                 everything
//   node test/vscode/run.mjs node screen     some of: node, browser, restricted, screen, desktop
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
import { runRestricted } from "./restricted.mjs";
import { runSuiteInBrowser } from "./suite-in-browser.mjs";

const PARTS = {
  node: (setup) => runSuiteInBrowser("node", setup),
  browser: (setup) => runSuiteInBrowser("browser", setup),
  restricted: runRestricted,
  screen: runOnScreen,
  desktop: runSuiteOnDesktop,
};

const SUITES = new Set(["node", "browser"]);

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
  const setup = { root, vscode, vsix, browserPath, suites };
  const reports = [];
  // The two suites side by side: most of the time each of them waits for something.
  for (const group of [names.filter((name) => SUITES.has(name)), ...names.filter((name) => !SUITES.has(name))]) {
    for (const report of await Promise.all([group].flat().map((name) => runPart(name, setup)))) {
      console.log(report.text);
      reports.push(report);
    }
  }
  console.log(`VS Code: ${reports.map(({ summary }) => summary).join("; ")}`);
  return Math.max(...reports.map(({ exitCode }) => exitCode));
}

async function runPart(name, setup) {
  const begin = Date.now();
  const run = () => PARTS[name]({ ...setup, workspace: copyWorkspace(name) });
  let outcome = await run();
  // A gesture on screen can lose the focus on a slow machine. What fails in three fresh windows is wrong.
  for (let again = 0; name === "screen" && outcome.failed > 0 && again < 2; again++) {
    console.log(outcome.lines.filter((line) => /FAILED|exceeded|waiting for/.test(line)).join("\n"));
    console.log("VS Code, screen: once more, in a fresh window");
    outcome = await run();
  }
  const heading = `VS Code, ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`;
  const { skipped, trouble, passed, failed, lines } = outcome;
  if (skipped)
    return { text: `${heading}\n  SKIPPED: ${skipped}`, summary: `${name} SKIPPED: ${skipped}`, exitCode: 0 };
  if (trouble) {
    const text = [heading, ...lines, `  TROUBLE ${trouble}`].join("\n");
    return { text, summary: `${name} could not be run`, exitCode: 2 };
  }
  // What the workbench says besides matters only when something went wrong.
  const shown = failed > 0 ? lines : lines.filter((line) => line.startsWith("  "));
  const summary = `${name} ${passed} passed, ${failed} failed`;
  return { text: [heading, ...shown].join("\n"), summary, exitCode: failed > 0 ? 1 : 0 };
}

/** Tests change files, so each part gets its own copy. The suites look at the samples too. */
function copyWorkspace(part) {
  const copy = temporaryFolder("workspace");
  cpSync(path.join(import.meta.dirname, "workspace"), copy, { recursive: true });
  if (part === "screen") return copy;
  // Without their configuration, which leaves out the broken ones until they are opened.
  const filter = (file) => path.basename(file) !== "training-spec.config.yaml";
  cpSync(path.join(root, "samples"), path.join(copy, "samples"), { recursive: true, filter });
  return copy;
}

/** The suites lie in an empty extension in development: VS Code runs suites only beside one. */
async function bundleSuites() {
  cpSync(path.join(import.meta.dirname, "carrier"), suites, { recursive: true });
  const common = { ...shared, format: "cjs", external: ["vscode"], outdir: suites, sourcemap: "inline" };
  await Promise.all([
    build({
      ...common,
      platform: "node",
      entryPoints: ["node", "restricted"].map((suite) => path.join(import.meta.dirname, `suite/${suite}.ts`)),
    }),
    build({ ...common, platform: "browser", entryPoints: [path.join(import.meta.dirname, "suite/browser.ts")] }),
  ]);
}
