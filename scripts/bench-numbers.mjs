// What the findings about numbers cost per keystroke: a sample is read and checked after each edit of one character, with
// the families statistics, money, decisions and results and without them, side by side and turn by turn.
//   npm run bench:numbers
// Prints medians of processor time and their ratio. Exit 0.
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bundleTests } from "./bundle.mjs";

const root = path.resolve(import.meta.dirname, "..");
const SAMPLE = "samples/contact-center/save-the-customer.training.yaml";
const [TURNS, EDITS] = [6, 40];

process.chdir(root);
const out = path.join(root, `build/bench-numbers-${process.pid}`);
process.once("exit", () => rmSync(out, { recursive: true, force: true }));
await bundleTests([path.join(root, "test/support/bench-numbers.ts")], out);
const { measure } = createRequire(import.meta.url)(path.join(out, "support/bench-numbers.cjs"));

const times = { with: [], without: [] };
measure(SAMPLE, EDITS, true);
measure(SAMPLE, EDITS, false);
for (let turn = 0; turn < TURNS; turn++) {
  times.with.push(...measure(SAMPLE, EDITS, true));
  times.without.push(...measure(SAMPLE, EDITS, false));
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const [all, rest] = [median(times.with), median(times.without)];
console.log(`${SAMPLE}, ${TURNS * EDITS} edits each, median processor time`);
console.log(`with the numbers     ${all.toFixed(2)} ms`);
console.log(`without the numbers  ${rest.toFixed(2)} ms`);
console.log(`ratio                ${(all / rest).toFixed(2)}`);
