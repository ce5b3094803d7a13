import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { callCli, folderWith } from "../support/cli.ts";
import { CATALOG, programText } from "../support/portfolio.ts";

const COUNT = 9;
const files = {
  "company.training.yaml": CATALOG,
  ...Object.fromEntries(
    Array.from({ length: COUNT }, (_, index) => [
      `team/p${index}.training.yaml`,
      // The same people in all of them, so that findings name places in other programs.
      programText(`p${index}`, { role: "Clerk" }).replace(index === 4 ? "primary" : "\0", "primry"),
    ]),
  ),
};

const run = (cwd: string, ...args: string[]) => callCli(args, { cwd });

async function shards(cwd: string, count: number): Promise<string[]> {
  const parts = Array.from({ length: count }, (_, index) => `part-${index + 1}-of-${count}.json`);
  for (const [index, part] of parts.entries())
    await run(cwd, "lint", "--shard", `${index + 1}/${count}`, "--format", `part=${part}`);
  return parts;
}

test("the parts of several runs, put together, say what one run says, in every format", async () => {
  const cwd = folderWith(files);
  const parts = await shards(cwd, 3);
  const counts = parts.map((part) => JSON.parse(readFileSync(path.join(cwd, part), "utf8")).files.length);
  assert.equal(
    counts.reduce((sum, each) => sum + each, 0),
    COUNT + 1,
  );
  assert.ok(
    counts.every((count) => count > 0 && count < COUNT),
    `files are shared out: ${counts}`,
  );
  for (const format of ["pretty", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"]) {
    const merged = await run(cwd, "merge", "-f", format, ...[...parts].reverse());
    const whole = await run(cwd, "lint", "-f", format);
    assert.equal(merged.stdout, whole.stdout, format);
    assert.equal(merged.exit, whole.exit, format);
  }
  assert.equal((await run(cwd, "merge", "--fail-on", "hint", ...parts)).exit, 1);
});

test("findings are said in a folder without the specs too", async () => {
  const cwd = folderWith(files);
  const parts = await shards(cwd, 2);
  const elsewhere = folderWith(Object.fromEntries(parts.map((part) => [part, readFileSync(path.join(cwd, part))])));
  const { stdout, exit } = await run(elsewhere, "merge", ...parts);
  assert.match(stdout, /primry/);
  assert.equal(exit, 1);
});

test("half a result is never taken for all of it", async () => {
  const cwd = folderWith(files);
  const [one = "", two = ""] = await shards(cwd, 2);
  const refused = async (words: RegExp, ...args: string[]) => {
    const { exit, stderr, stdout } = await run(cwd, "merge", ...args);
    assert.match(stderr, words);
    assert.deepEqual([exit, stdout], [2, ""]);
  };
  await refused(/Which parts\?/);
  await refused(/part `2\/2` is missing/, one);
  await refused(/Part 1 of 2 is there twice/, one, two, one);
  await refused(/no file `gone\.json`/, one, "gone.json");
  await refused(/`company\.training\.yaml` is no part of a report/, one, "company.training.yaml");
  const [third = ""] = await shards(cwd, 3);
  await refused(/not of the same run/, third, two);
  const [again = ""] = await shards(cwd, 2);
  writeFileSync(path.join(cwd, two), readFileSync(path.join(cwd, again), "utf8").replace('"index":1', '"index":2'));
  await refused(/is in two parts/, again, two);
  rmSync(path.join(cwd, two));
  for (const shard of ["0/2", "3/2", "1", "x"]) assert.equal((await run(cwd, "lint", "--shard", shard)).exit, 2, shard);
  for (const option of ["--fix", "--watch"]) assert.equal((await run(cwd, "lint", "--shard", "1/2", option)).exit, 2);
});
