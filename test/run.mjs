// Runs the tests on a fresh machine: installs what is needed, builds, and runs everything.
//   node test/run.mjs              everything: types and style, engine, protocol, CLI, then real VS Code
//   node test/run.mjs --engine     the suite that runs on every save (no child processes, no editor; fewer tries of each kind)
//   node test/run.mjs stats        only test files whose path contains "stats"
// UPDATE=1 rewrites the expectations of the Markdown cases and the golden files.
// Exit code 0: all passed; 1: a test failed; 2: the tests could not be run.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { installPackages } from "../scripts/install.mjs";

const root = path.resolve(import.meta.dirname, "..");
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const engineOnly = process.argv.includes("--engine");
// What the tests make of it: `support/effort.ts`.
if (engineOnly) process.env.EFFORT = "save";
const everything = !engineOnly && words.length === 0;

/** Test files that start what is in dist/. */
const NEEDS_BUILD = /^(lsp|cli|packages)\//;
/** Test files that install what a release is made of. */
const NEEDS_PACKAGES = /^packages\//;

await installPackages();
const files = readdirSync(path.join(root, "test"), { recursive: true })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("vscode/"))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .filter((file) => !(engineOnly && NEEDS_BUILD.test(file)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches ${words.join(" ")}.`);
  process.exit(2);
}

run(files.some((file) => NEEDS_BUILD.test(file)) || everything ? "scripts/build.mjs" : "scripts/generate.mjs");
if (files.some((file) => NEEDS_PACKAGES.test(file)) || everything) {
  run("scripts/package.mjs");
  run("scripts/pack-release.mjs");
}
if (everything) run("scripts/check.mjs");
const counts = await runNodeTests();
if (everything) await runInVscode(counts);
if (!engineOnly) console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

/** Runs a script of ours; the tests end where it fails. */
function run(script) {
  const { status } = spawnSync(process.execPath, [path.join(root, script)], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 2);
}

async function runNodeTests() {
  const { bundleTests } = await import("../scripts/bundle.mjs");
  // A folder of its own, so that two runs at once do not meet.
  const out = path.join(root, `build/test-${process.pid}`);
  mkdirSync(out, { recursive: true });
  process.once("exit", () => rmSync(out, { recursive: true, force: true }));
  const entries = groupsOf(files).map((group, index) => {
    const entry = path.join(out, `group-${index + 1}.ts`);
    writeFileSync(entry, group.map((file) => `import ${JSON.stringify(path.join(root, "test", file))};\n`).join(""));
    return entry;
  });
  await bundleTests(entries, out);
  const built = entries.map((entry) => entry.replace(/\.ts$/, ".cjs"));
  const tap = path.join(out, "result.tap");
  const reporters = [
    "--test-reporter=dot",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${tap}`,
  ];
  // Node alone leaves one processor free, and most tests wait for processes.
  const parallel = `--test-concurrency=${Math.max(2, availableParallelism())}`;
  const result = spawnSync(process.execPath, ["--enable-source-maps", "--test", parallel, ...reporters, ...built], {
    cwd: root,
    stdio: "inherit",
  });
  const report = readFileSync(tap, "utf8");
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(report)?.[1] ?? 0);
  const counts = {
    passed: count("pass"),
    failed: count("fail") + count("cancelled"),
    skipped: count("skipped") + count("todo"),
  };
  if (counts.passed + counts.failed === 0) {
    console.error("No test ran.");
    process.exit(2);
  }
  if (result.status !== 0 && counts.failed === 0) counts.failed = 1;
  console.log(`\n${files.length} files: ${counts.passed} passed, ${counts.failed} failed`);
  return counts;
}

/** What starts processes runs on its own; the rest shares as many processes as there are processors, and their modules. */
function groupsOf(all) {
  const alone = all.filter((file) => NEEDS_BUILD.test(file) || file.startsWith("packages/"));
  const engine = all.filter((file) => !alone.includes(file));
  const count = Math.min(engine.length, Math.max(2, availableParallelism()));
  const shared = Array.from({ length: count }, (_, index) => engine.filter((_, at) => at % count === index));
  return [...shared, ...alone.map((file) => [file])];
}

async function runInVscode(counts) {
  const vscode = spawnSync(process.execPath, [path.join(root, "test/vscode/run.mjs")], {
    cwd: root,
    encoding: "utf8",
    stdio: ["inherit", "pipe", "inherit"],
    maxBuffer: 1 << 28,
  });
  process.stdout.write(vscode.stdout);
  for (const match of vscode.stdout.matchAll(/^VS Code: .*$/gm)) {
    for (const [, passed, failed] of match[0].matchAll(/(\d+) passed, (\d+) failed/g)) {
      counts.passed += Number(passed);
      counts.failed += Number(failed);
    }
    counts.skipped += [...match[0].matchAll(/SKIPPED/g)].length;
  }
  if (vscode.status !== 0 && counts.failed === 0) {
    console.error("The tests in VS Code could not be run.");
    console.log(`\n${counts.passed} passed, 1 failed, ${counts.skipped} skipped`);
    process.exit(vscode.status ?? 2);
  }
}
