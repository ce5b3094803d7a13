// What esbuild makes of the sources, in one place: bundles for the doors, bundles for the tests.
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");

/** Data of ours stands in bundles as text: V8 reads JSON several times as fast as the same written as code, and keeps less. */
const dataAsText = {
  name: "data-as-text",
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/](schemas|library|generated)[\\/][\w.-]+\.json$/ }, ({ path: file }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: "js" };
    });
  },
};

/** Options that every bundle shares. Rule pages (`*.md`) are imported as text. */
export const shared = {
  bundle: true,
  logLevel: "warning",
  legalComments: "none",
  target: "es2022",
  loader: { ".md": "text" },
  plugins: [dataAsText],
  absWorkingDir: root,
};

export async function bundleTests(entryPoints, outdir) {
  await build({
    ...shared,
    entryPoints,
    outdir,
    outExtension: { ".js": ".cjs" },
    platform: "node",
    format: "cjs",
    sourcemap: "inline",
    packages: "external",
  });
}

/** A bundle that is started with `node`. Packages that ask for `import.meta.url` find the bundle's own address there. */
export const nodeProgram = {
  ...shared,
  platform: "node",
  format: "cjs",
  define: { "import.meta.url": "importMetaUrl" },
  banner: {
    js: '#!/usr/bin/env node\nconst importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
  },
};

/** Makes a bundle one function with the arguments that Node gives to modules, for those who run it themselves. */
export const asFunction = {
  // `import()` belongs to modules; a function has `require`.
  supported: { "dynamic-import": false },
  banner: {
    js: '(function (exports, require, module, __filename, __dirname) {\nconst importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
  },
  footer: { js: "})" },
};

/** One door as `npm run build` bundles it, for tests that start it as a process. */
export async function bundleDoor(entryPoint, outfile) {
  await build({ ...nodeProgram, entryPoints: [entryPoint], outfile });
}
