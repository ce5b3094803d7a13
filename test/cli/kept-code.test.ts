import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";

// Node itself ignores what is kept when this is set, and so does the program.
const { NODE_DISABLE_COMPILE_CACHE: _, ...env } = process.env;
const folder = mkdtempSync(path.join(os.tmpdir(), "training-spec-kept-"));
after(() => rmSync(folder, { recursive: true, force: true }));
for (const file of ["cli.js", "cli.again.js", "cli.main.js"]) copyFileSync(`dist/${file}`, path.join(folder, file));
writeFileSync(path.join(folder, "a.training.yaml"), "version: 1\nkind: catalog\nid: company\nrats: {}\n");

function lint(settings: NodeJS.ProcessEnv = {}, ...options: string[]): string {
  const args = [path.join(folder, "cli.js"), "lint", ...options, "a.training.yaml"];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...env, ...settings },
    encoding: "utf8",
  });
  assert.deepEqual([stderr, status], ["", 1]);
  return stdout;
}

const keptFiles = () => readdirSync(folder).filter((file) => file.includes(".cache"));

describe("compiled code that an earlier run has kept", () => {
  const expected = lint({ NODE_DISABLE_COMPILE_CACHE: "1" });

  test("is not kept where that is not wanted", () => {
    assert.deepEqual(keptFiles(), []);
    assert.match(expected, /`rats`/);
  });

  test("is kept once and changes nothing that is said", () => {
    assert.equal(lint(), expected);
    const [file = "", ...more] = keptFiles();
    assert.deepEqual(more, []);
    const kept = readFileSync(path.join(folder, file));
    assert.equal(lint(), expected);
    assert.deepEqual(readFileSync(path.join(folder, file)), kept);
  });

  test("is made again when it is damaged", () => {
    const [name = ""] = keptFiles();
    const file = path.join(folder, name);
    const kept = readFileSync(file);
    const flipped = Buffer.from(kept).fill(0x5a, 5000, 5040);
    for (const damaged of [flipped, kept.subarray(0, 1000), Buffer.alloc(0)]) {
      writeFileSync(file, damaged);
      assert.equal(lint(), expected);
      assert.notDeepEqual(readFileSync(file), damaged);
    }
  });

  test("of the engine is not touched where the last run is said again, in the same format", () => {
    const cache = ["--cache", "--cache-location", "cache"];
    assert.equal(lint({}, ...cache), expected);
    const engine = path.join(folder, "cli.main.js");
    const text = readFileSync(engine);
    writeFileSync(engine, "(function () { process.stdout.write('engine') })");
    assert.equal(lint({}, ...cache), expected);
    writeFileSync(engine, text);
    const json = lint({}, ...cache, "--format", "json");
    assert.equal(json, lint({}, "--format", "json"));
    writeFileSync(path.join(folder, "a.training.yaml"), "version: 1\nkind: catalog\nid: company\nrules: {}\n");
    assert.match(lint({}, ...cache), /`rules`/);
  });
});
