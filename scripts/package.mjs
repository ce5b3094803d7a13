// Packs dist/ and the manifest into build/training-spec.vsix, without a question asked. Build first.
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";

const root = path.resolve(import.meta.dirname, "..");
const vsix = path.join(root, "build/training-spec.vsix");

for (const bundle of [
  "extension.node.js",
  "extension.browser.js",
  "server.node.js",
  "server.node.main.js",
  "server.browser.js",
  "preview.js",
  "form.js",
]) {
  if (existsSync(path.join(root, "dist", bundle))) continue;
  console.error(`dist/${bundle} is missing: run \`npm run build\` first.`);
  process.exit(2);
}
mkdirSync(path.dirname(vsix), { recursive: true });
await createVSIX({
  cwd: root,
  packagePath: vsix,
  dependencies: false,
  skipLicense: !existsSync(path.join(root, "LICENSE")),
});
