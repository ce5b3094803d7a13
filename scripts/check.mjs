// Types, style, translations, and whether what is generated is what is committed. Exit code 1 when something is off.
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const bin = (name) => path.join(root, "node_modules", ...name.split("/"));

const steps = [
  ["what is generated", [path.join(root, "scripts/generate.mjs"), "--check"]],
  ["translations", [path.join(root, "scripts/messages.mjs"), "--check"]],
  ["types", [bin("typescript/bin/tsc"), "-b", root]],
  ["style", [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--diagnostic-level=warn", root]],
];

for (const [name, args] of steps) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status === 0) continue;
  console.error(`\nThe check of ${name} found something.`);
  process.exit(1);
}
