// Measures how fast the built product is, beside tools that people use for the same work, and says which goals hold.
//   npm run bench                          everything; takes some ten minutes
//   npm run bench -- --quick               under a minute: the sizes that fit
//   npm run bench -- --only keystroke      goals whose name or work contains the word
//   npm run bench -- --json result.json    all samples too
//   npm run bench -- --profile folder      a processor profile of each of our processes
// Ctrl-C reports what has been measured until then.
// Exit 0: every goal that was measured holds. 1: one does not, or a tool did not find what was planted. 2: cannot be run.
import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { installPackages } from "../install.mjs";
import { runCommand } from "../vscode/run-command.mjs";
import { evaluateGoal } from "./evaluate-goal.mjs";
import { GOALS } from "./goals.mjs";
import { FULL, QUICK } from "./plans.mjs";
import { goalTable, medianTable } from "./report.mjs";
import { Samples } from "./samples.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const MEASUREMENTS = {
  preview: async () => (await import("./measure/preview.mjs")).measurePreview,
  editor: async () => (await import("./measure/editor.mjs")).measureEditor,
  lint: async () => (await import("./measure/lint.mjs")).measureLint,
  unchanged: async () => (await import("./measure/unchanged.mjs")).measureUnchanged,
  workspace: async () => (await import("./measure/workspace.mjs")).measureWorkspace,
};

const options = readOptions();
const goals = GOALS.filter(({ id, work, measurement }) =>
  [id, work, measurement].some((text) => text.includes(options.only ?? "")),
);
if (goals.length === 0) {
  console.error(`No goal is named ${options.only}. There are: ${GOALS.map(({ id }) => id).join(", ")}`);
  process.exit(2);
}

const samples = new Samples();
const began = new Date();
// Ctrl-C ends the measuring and not the report: what has been measured counts.
const interrupted = new Promise((resolve) => process.once("SIGINT", () => resolve("interrupted")));
try {
  await Promise.race([measureAll(), interrupted]);
} catch (error) {
  console.error(`The measurements cannot be run: ${error.message}`);
  process.exit(2);
}
const judged = goals.map((goal) => ({ goal, ...evaluateGoal(goal, samples.numbers, samples.troubles) }));
await report();
process.exit(judged.some(({ state }) => state === "missed" || state === "refused") ? 1 : 0);

async function measureAll() {
  await installPackages();
  await runCommand(process.execPath, [path.join(root, "scripts/build.mjs")], { cwd: root });
  const build = path.join(root, "build/bench");
  mkdirSync(build, { recursive: true });
  if (options.profile) mkdirSync(options.profile, { recursive: true });
  const { preparePeers } = await import("./peers.mjs");
  await preparePeers(path.join(build, "peers"));
  const plan = options.quick ? QUICK : FULL;
  const start = performance.now();
  const isLate = () => performance.now() - start > plan.seconds * 1000;
  const world = { samples, isLate, build, plan, profiles: options.profile, tell: (text) => console.error(text) };
  for (const [name, load] of Object.entries(MEASUREMENTS)) {
    if (!goals.some(({ measurement }) => measurement === name)) continue;
    const measure = await load();
    await measure(world);
  }
}

async function report() {
  const { peerVersions } = await import("./peers.mjs");
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`;
  const peers = Object.entries(peerVersions()).map(([name, version]) => `${name} ${version}`);
  const day = began.toISOString().slice(0, 10);
  const minutes = ((Date.now() - began.getTime()) / 60_000).toFixed(1);
  console.log(`${day}, ${machine}, ${peers.join(", ")}; ${minutes} minutes\n`);
  console.log(`${goalTable(judged)}\n\n${medianTable(samples)}\n`);
  if (options.quick)
    console.log("Quick: 30,000 lines, 10,000 files and Spectral take longer than a minute and were left out.");
  const count = (state) => judged.filter((each) => each.state === state).length;
  console.log(["holds", "missed", "refused", "not measured"].map((state) => `${count(state)} ${state}`).join(", "));
  if (!options.json) return;
  const result = { day, machine, peers, goals: judged, samples: Object.fromEntries(samples.numbers) };
  writeFileSync(options.json, `${JSON.stringify(result, null, 1)}\n`);
}

function readOptions() {
  const text = { type: "string" };
  try {
    return parseArgs({ options: { quick: { type: "boolean" }, only: text, json: text, profile: text } }).values;
  } catch (error) {
    console.error(error.message);
    console.error("Usage: npm run bench -- [--quick] [--only <word>] [--json <file>] [--profile <folder>]");
    process.exit(2);
  }
}
