import assert from "node:assert/strict";
import { test } from "node:test";
import { historyOf } from "../../server/src/host/git-history.ts";
import { ChangingFolder } from "../support/changing-folder.ts";
import { type CallOptions, callCli } from "../support/cli.ts";
import { Random } from "../support/mutate.ts";

/** What one may ask of the same folder, one after the other. */
const ASKED: readonly [string[], ...string[][]] = [
  [],
  [],
  ["."],
  ["company.training.yaml", "."],
  ["-f", "json"],
  ["-f", "github"],
  ["east"],
  ["east/c.training.yaml", "west/e.training.yaml", "a.training.yaml"],
  ["--known", "known-findings.json"],
  ["--today", "2027-04-01"],
  ["--shard", "1/2", "-f", "part"],
  ["-f", "part"],
  ["--no-history"],
];

for (const [where, isRepository, seed, count] of [
  ["a folder", false, 6, 60],
  ["a repository", true, 1, 25],
] as const)
  test(`however ${where} changes, a cached run says what one without a cache says`, async () => {
    const [folder, random] = [new ChangingFolder(isRepository), new Random(seed)];
    const options: CallOptions = { cwd: folder.path, ...(isRepository ? { history: historyOf } : {}) };
    const answers = new Set<string>();
    let asked = ASKED[0];
    for (let step = 0; step < count; step++) {
      await folder.change(random);
      if (random.chance(20)) asked = random.pick(ASKED);
      const expected = await callCli(["lint", ...asked], options);
      const say = `after ${step + 1} changes: lint ${asked.join(" ")}`;
      assert.deepEqual(await callCli(["lint", "--cache", ...asked], options), expected, say);
      // Said again, in this format and perhaps in another.
      assert.deepEqual(await callCli(["lint", "--cache", ...asked], options), expected, `${say}, again`);
      answers.add(expected.stdout);
    }
    assert.ok(answers.size > count / 3, "the changes matter");
  });
