// Holds the fast reading of YAML against the `yaml` package on changed texts.
//   npm run fuzz -- --count 1000000 --seed 1
// Exit 0: no difference. 1: some text is read differently; it is printed. 2: wrong arguments.
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleTests } from "./bundle.mjs";

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { count: { type: "string" }, seed: { type: "string" } } });
const [count, seed] = [Number(values.count ?? 20_000), Number(values.seed ?? 1)];
if (!(count > 0) || !Number.isInteger(seed)) {
  console.error("Usage: npm run fuzz -- --count 1000000 --seed 1");
  process.exit(2);
}

process.chdir(root);
const out = path.join(root, `build/fuzz-${process.pid}`);
process.once("exit", () => rmSync(out, { recursive: true, force: true }));
await bundleTests([path.join(root, "test/support/differential.ts")], out);
const { emptyTally, fuzz } = createRequire(import.meta.url)(path.join(out, "support/differential.cjs"));
const tally = emptyTally();
const step = 10_000;
for (let done = 0; done < count && tally.differences.length < 20; done += step) {
  fuzz(Math.min(step, count - done), seed * 100_003 + done, tally);
  if ((done / step) % 10 === 9) say();
}
say();
for (const each of tally.differences) console.log(each);
process.exit(tally.differences.length > 0 ? 1 : 0);

function say() {
  const { read, declined, sampled, soundInSample, differences } = tally;
  const sound = read - declined + (declined * soundInSample) / Math.max(1, sampled);
  const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  console.log(
    `${read} texts: ${read - declined} read fast, ${declined} left to the yaml package; ` +
      `of ${sampled} of these, ${soundInSample} are without a problem ` +
      `(${percent(read - declined, sound)} of all texts without a problem are read fast); ${differences.length} differences`,
  );
}
