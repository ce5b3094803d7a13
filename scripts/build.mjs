// Bundles everything that is shipped into dist/.
//   node scripts/build.mjs           minified
//   node scripts/build.mjs --watch   readable, with source maps, again after every change
import { existsSync } from "node:fs";
import path from "node:path";
import { build, context } from "esbuild";
import { nodeProgram, shared } from "./bundle.mjs";
import { runCommand } from "./vscode/run-command.mjs";

const root = path.resolve(import.meta.dirname, "..");
const watch = process.argv.includes("--watch");

const options = { ...shared, outdir: "dist", minify: !watch, sourcemap: watch };
// CommonJS, because VS Code and the `yaml` package's own `require` want it.
const node = { ...options, platform: "node", format: "cjs" };
const browser = { ...options, platform: "browser" };
const program = { ...nodeProgram, outdir: "dist", minify: !watch, sourcemap: watch };

const bundles = [
  { ...node, entryPoints: { "extension.node": "client/src/node.ts" }, external: ["vscode"] },
  { ...browser, format: "cjs", entryPoints: { "extension.browser": "client/src/browser.ts" }, external: ["vscode"] },
  { ...program, entryPoints: { "server.node": "server/src/lsp/node.ts" } },
  { ...browser, format: "iife", entryPoints: { "server.browser": "server/src/lsp/browser.ts" } },
  { ...program, entryPoints: { cli: "server/src/cli/main.ts" } },
  {
    ...browser,
    format: "iife",
    entryPoints: [
      { in: "client/src/webview/preview.ts", out: "preview" },
      { in: "client/src/webview/preview.css", out: "preview" },
    ],
  },
];

const generate = path.join(root, "scripts/generate.mjs");
if (existsSync(generate)) await runCommand(process.execPath, [generate], { cwd: root, stdio: "inherit" });
if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
  await Promise.all(contexts.map((each) => each.watch()));
  console.log("Watching for changes; Ctrl-C ends.");
} else {
  const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)));
  // esbuild has said by itself what is wrong.
  if (results.some(({ status }) => status === "rejected")) process.exit(1);
}
