// Bundles everything that is shipped into dist/.
//   node scripts/build.mjs           minified
//   node scripts/build.mjs --watch   readable, with source maps, again after every change
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, context } from "esbuild";
import { asFunction, nodeProgram, shared } from "./bundle.mjs";
import { LANGUAGES, shippedCatalog } from "./messages/catalog.mjs";
import { runCommand } from "./vscode/run-command.mjs";

const root = path.resolve(import.meta.dirname, "..");
const watch = process.argv.includes("--watch");

const options = { ...shared, outdir: "dist", minify: !watch, sourcemap: watch };
// CommonJS, because VS Code and the `yaml` package's own `require` want it.
const node = { ...options, platform: "node", format: "cjs" };
const browser = { ...options, platform: "browser" };
const program = { ...nodeProgram, outdir: "dist", minify: !watch, sourcemap: watch };
const PROGRAMS = [
  {
    name: "cli",
    start: "server/src/cli/start.ts",
    parts: { main: "server/src/cli/main.ts", again: "server/src/cli/again-main.ts" },
  },
  { name: "server.node", start: "server/src/lsp/start.ts", parts: { main: "server/src/lsp/node.ts" } },
];

const bundles = [
  { ...node, entryPoints: { "extension.node": "client/src/node.ts" }, external: ["vscode"] },
  { ...browser, format: "cjs", entryPoints: { "extension.browser": "client/src/browser.ts" }, external: ["vscode"] },
  { ...browser, format: "iife", entryPoints: { "server.browser": "server/src/lsp/browser.ts" } },
  { ...program, entryPoints: { action: "action/src/main.ts" } },
  {
    ...browser,
    format: "iife",
    entryPoints: [
      { in: "client/src/webview/preview.ts", out: "preview" },
      { in: "client/src/webview/preview.css", out: "preview" },
      { in: "client/src/webview/form/form.ts", out: "form" },
      { in: "client/src/webview/form/form.css", out: "form" },
    ],
  },
];

const generate = path.join(root, "scripts/generate.mjs");
if (existsSync(generate)) await runCommand(process.execPath, [generate], { cwd: root, stdio: "inherit" });
// What runs of older bundles have compiled is of no use any more.
const dist = path.join(root, "dist");
mkdirSync(dist, { recursive: true });
for (const file of readdirSync(dist)) if (file.includes(".cache")) rmSync(path.join(dist, file), { force: true });
for (const language of Object.keys(LANGUAGES))
  writeFileSync(path.join(dist, `messages.${language}.json`), JSON.stringify(shippedCatalog(root, language)));
if (watch) {
  const readable = PROGRAMS.map(({ name, parts }) => ({ ...program, entryPoints: { [name]: parts.main } }));
  const contexts = await Promise.all([...bundles, ...readable].map((bundle) => context(bundle)));
  await Promise.all(contexts.map((each) => each.watch()));
  console.log("Watching for changes; Ctrl-C ends.");
} else {
  const builds = [...bundles.map((bundle) => build(bundle)), ...PROGRAMS.map(buildProgram)];
  const results = await Promise.allSettled(builds);
  // esbuild has said by itself what is wrong.
  if (results.some(({ status }) => status === "rejected")) process.exit(1);
}

/** What is started is small: it runs the rest from the code that an earlier run has compiled (`host/start-bundle.ts`). */
async function buildProgram({ name, start, parts }) {
  const hashes = Object.entries(parts).map(async ([part, entry]) => [
    `${part.toUpperCase()}_HASH`,
    JSON.stringify(await buildPart(`${name}.${part}`, entry)),
  ]);
  await build({
    ...program,
    banner: { js: "#!/usr/bin/env node" },
    entryPoints: { [name]: start },
    define: Object.fromEntries(await Promise.all(hashes)),
  });
}

/** Gives the hash of the bundle. */
async function buildPart(name, entry) {
  const file = path.join(root, `dist/${name}.js`);
  await build({ ...program, ...asFunction, entryPoints: { [name]: entry } });
  writeFileSync(file, inAscii(readFileSync(file, "utf8")));
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);
}

/** It is read byte by byte, as text of one byte a sign is the fastest; esbuild leaves other signs in tagged templates. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
