import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { callCli, folderWith, golden } from "../support/cli.ts";

const FIXTURES = path.resolve("test/cli/fixtures");
const GOLDEN = path.resolve("test/cli/golden");

describe("training-spec forecast", () => {
  for (const [name, args] of [
    ["forecast-help", ["forecast", "--help"]],
    ["forecast-pretty", ["forecast", "forecast"]],
    ["forecast-json", ["forecast", "--format", "json", "forecast"]],
    ["forecast-markdown", ["forecast", "-f", "markdown", "forecast"]],
  ] as const) {
    test(name, async () => {
      const run = await callCli(args, { cwd: FIXTURES });
      const { actual, expected } = golden(path.join(GOLDEN, `${name}.txt`), args, run);
      assert.equal(actual, expected);
    });
  }

  test("JSON is JSON, and gives every number with its place", async () => {
    const { stdout, exit } = await callCli(["forecast", "--format", "json", "forecast"], { cwd: FIXTURES });
    assert.equal(exit, 0);
    const { version, programs } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.deepEqual(
      programs.map(({ id }: { id: string }) => id),
      ["fire-drill", "fit-advice", "gift-wrap"],
    );
    const [drill, fit, wrap] = programs;
    assert.equal(drill.forecast, null);
    assert.match(drill.because, /exempt/);
    assert.equal(fit.forecast.benefit.value, 13_500);
    assert.equal(fit.forecast.cost.value, 8000 + 40 * 5 * 34 * 0.9);
    const value = fit.forecast.benefit.inputs.find(({ name }: { name: string }) => name === "value of returns");
    assert.deepEqual(value.at, { file: "forecast/catalog.training.yaml", line: 13, column: 22 });
    assert.equal(wrap.forecast.net.value, null);
    assert.match(wrap.forecast.net.because, /no volume/);
    assert.equal(wrap.forecast.cost.value, 900);
  });

  test("the day that counts as today is checked", async () => {
    const run = await callCli(["forecast", "--today", "soon", "forecast"], { cwd: FIXTURES });
    assert.deepEqual([run.exit, run.stdout], [2, ""]);
    assert.match(run.stderr, /`--today` takes a day such as/);
  });

  test("a place without a program, and a path that leads nowhere", async () => {
    const folder = folderWith({ "company.training.yaml": "version: 1\nkind: catalog\nid: c\n" });
    const none = await callCli(["forecast"], { cwd: folder });
    assert.deepEqual([none.exit, none.stdout], [2, ""]);
    assert.match(none.stderr, /no program here/);
    const gone = await callCli(["forecast", "gone.training.yaml"], { cwd: folder });
    assert.deepEqual([gone.exit, gone.stdout], [2, ""]);
    assert.match(gone.stderr, /No file or folder is named/);
  });
});
