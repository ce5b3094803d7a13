// Bundles the tests with esbuild and runs them with node's own runner.
//   node test/run.mjs              everything
//   node test/run.mjs --engine     the suite that runs on every save (no editor, no browser)
//   node test/run.mjs stats        only test files whose path contains "stats"
// UPDATE=1 rewrites the expectations of the Markdown cases.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { bundleTests } from "../scripts/bundle.mjs";

const root = path.resolve(import.meta.dirname, "..");
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));

const files = readdirSync(path.join(root, "test"), { recursive: true })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("vscode/"))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches ${words.join(" ")}.`);
  process.exit(2);
}

const out = path.join(root, "build/test");
rmSync(out, { recursive: true, force: true });
await bundleTests(
  files.map((file) => path.join(root, "test", file)),
  out,
);
const built = files.map((file) => path.join(out, file.replace(/\.ts$/, ".cjs")));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...built], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
