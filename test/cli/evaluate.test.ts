import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { callCli, folderWith } from "../support/cli.ts";

const SPEC = `version: 1
kind: program
id: save
title: Save
status: live
launch: 2026-03-02
metrics:
  save-rate:
    kind: proportion
    unit: "%"
    direction: higher
    role: primary
    baseline: { value: 69, n: 4800, from: 2025-09-01, to: 2026-02-28 }
    target: { value: 73, by: 2026-12-31 }
measurement:
  design: before-after
  points:
    start: { phase: before, when: 2026-03-01, measures: [save-rate] }
    month-6: { phase: after, when: launch + 190 days, measures: [save-rate] }
decisions:
  scale: { if: save-rate >= 72 % at month-6, then: Train the rest, owner: luis-ortega }
results: save.results.csv
`;
const HEAD = "point,measure,group,from,to,value,n,sd";
const ROWS = `${HEAD}
start,save-rate,trained,2025-09-01,2026-02-28,69,4800,
month-6,save-rate,trained,2026-03-02,2026-08-31,72.6,4700,
`;
const RAW = "day;arm;saved\n2026-03-02;A;yes\n2026-08-31;A;no\n2026-05-01;B;yes\n2026-05-02;A;yes\n";
const IMPORT = "--spec save.training.yaml --point month-6 --measure save-rate --map value=saved,group=arm,date=day";
const GROUPS = ["--groups", "A=trained,B=comparison"];

const folder = (files: Record<string, string> = {}) =>
  folderWith({ "save.training.yaml": SPEC, "save.results.csv": ROWS, "raw.csv": RAW, ...files });
const importing = (cwd: string, ...more: string[]) =>
  callCli(["results", "import", "raw.csv", ...IMPORT.split(" "), ...more], { cwd });

describe("evaluate", () => {
  test("pretty, Markdown and JSON say the same", async () => {
    const cwd = folder();
    const [pretty, markdown, json] = await Promise.all(
      ["pretty", "markdown", "json"].map((format) => callCli(["evaluate", "--format", format], { cwd })),
    );
    assert.deepEqual([pretty?.exit, markdown?.exit, json?.exit], [0, 0, 0]);
    for (const run of [pretty, markdown]) {
      assert.match(run?.stdout ?? "", /\+3\.6 points \(1\.77 to 5\.42\)/);
      assert.match(run?.stdout ?? "", /72\.6 % at `month-6`/);
      assert.match(run?.stdout ?? "", /That the training caused it/);
      assert.match(run?.stdout ?? "", /fires \(due since 2026-09-08\)/);
    }
    const [program] = JSON.parse(json?.stdout ?? "").programs;
    const [measure] = program.measures;
    assert.equal(measure.verdict, "improved");
    assert.ok(Math.abs(measure.effect.estimate - 3.6) < 1e-9);
    assert.equal(program.decisions[0].fires, true);
  });

  test("a program without results says so; a folder without any is a problem", async () => {
    const cwd = folderWith({ "a.training.yaml": SPEC.replace(/results:.*\n/, "") });
    const named = await callCli(["evaluate", "a.training.yaml"], { cwd });
    assert.equal(named.exit, 0);
    assert.match(named.stdout, /names no `results` yet/);
    const all = await callCli(["evaluate"], { cwd });
    assert.equal(all.exit, 2);
    assert.match(all.stderr, /No program here names its `results`/);
  });
});

describe("lint of results", () => {
  test("what is wrong in the table stands at its cell", async () => {
    const cwd = folder({ "save.results.csv": ROWS.replace("72.6", "72.6 %") });
    const run = await callCli(["lint", "--format", "json", "save.training.yaml"], { cwd });
    const found = JSON.parse(run.stdout).findings.find(({ rule }: { rule: string }) => rule === "unreadable-cell");
    assert.deepEqual([found.file, found.line, found.column, found.endColumn], ["save.results.csv", 3, 49, 55]);
    assert.equal(run.exit, 1);
  });

  test("a table that is a folder or missing is a finding where it is named", async () => {
    for (const files of [{ "save.results.csv/": "" }, {}]) {
      const cwd = folderWith({ "save.training.yaml": SPEC, ...files });
      const run = await callCli(["lint", "--format", "json"], { cwd });
      const found = JSON.parse(run.stdout).findings.find(({ rule }: { rule: string }) => rule === "unreadable-results");
      assert.equal(found.file, "save.training.yaml");
    }
  });

  test("a table of many megabytes is read piece by piece", async () => {
    const row = "month-6,save-rate,trained,2026-03-02,2026-08-31,72.6,4700,\n";
    const cwd = folder({ "save.results.csv": `${ROWS}${row.repeat(300_000)}month-6,saverate,all,,,1e400,,\n` });
    const run = await callCli(["lint", "--format", "json", "save.training.yaml"], { cwd });
    const rules = new Map<string, { line: number }>();
    for (const finding of JSON.parse(run.stdout).findings) rules.set(finding.rule, finding);
    assert.ok(rules.has("duplicate-result"));
    assert.equal(rules.get("unreadable-cell")?.line, 300_004);
  });

  test("rows at the end of such a table count, and evaluate says how many do not", async () => {
    const [head = "", start = "", after = ""] = ROWS.split("\n");
    const cwd = folder({ "save.results.csv": `${head}\n${`${start}\n`.repeat(60_000)}${after}\n` });
    const run = await callCli(["evaluate", "--format", "json", "save.training.yaml"], { cwd });
    const [program] = JSON.parse(run.stdout).programs;
    assert.ok(Math.abs(program.measures[0].effect.estimate - 3.6) < 1e-9);
    assert.match(program.notes[0], /59,999 of 60,001 rows do not count/);
  });
});

describe("results import", () => {
  test("adds rows behind those that are there", async () => {
    const cwd = folder();
    const run = await importing(cwd, ...GROUPS, "--from", "2026-03-03", "--to", "2026-08-30");
    assert.equal(run.exit, 0, run.stderr);
    assert.equal(
      readFileSync(path.join(cwd, "save.results.csv"), "utf8"),
      `${ROWS}month-6,save-rate,trained,2026-03-03,2026-08-30,66.6667,3,\nmonth-6,save-rate,comparison,2026-03-03,2026-08-30,100,1,\n`,
    );
    // Few cases: the new rows are checked at once.
    assert.match(run.stderr, /Line 4: warning/);
  });

  test("a dry run writes nothing", async () => {
    const cwd = folder({ "save.training.yaml": SPEC.replace("save.results", "new.results") });
    const run = await importing(cwd, ...GROUPS, "--dry-run");
    assert.equal(run.exit, 0);
    assert.match(run.stdout, /^point,measure.*\nmonth-6,save-rate,trained,2026-03-02,2026-08-31,66\.6667,3,\n/);
    assert.ok(!existsSync(path.join(cwd, "new.results.csv")));
  });

  test("another value for the same row is refused, the same one is no news", async () => {
    const cwd = folder();
    const run = await importing(cwd, ...GROUPS);
    assert.equal(run.exit, 2);
    assert.match(run.stderr, /never rewritten/);
    assert.equal(readFileSync(path.join(cwd, "save.results.csv"), "utf8"), ROWS);
    const other = folder({ "save.results.csv": `${HEAD}\n` });
    await importing(other, ...GROUPS);
    const again = await importing(other, ...GROUPS);
    assert.equal(again.exit, 0);
    assert.match(again.stderr, /2 rows are there already/);
  });

  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [["import"], /Expected/],
    [["import", "raw.csv"], /`--spec` is missing/],
    [["import", "raw.csv", "--spec", "save.training.yaml"], /`--point` is missing/],
    [
      [
        "import",
        "raw.csv",
        ..."--spec save.training.yaml --point mont-6 --measure save-rate --map value=saved".split(" "),
      ],
      /Did you mean `month-6`/,
    ],
    [
      [
        "import",
        "raw.csv",
        ..."--spec save.training.yaml --point month-6 --measure saverate --map value=saved".split(" "),
      ],
      /Did you mean `save-rate`/,
    ],
    [
      [
        "import",
        "raw.csv",
        ..."--spec save.training.yaml --point month-6 --measure save-rate --map vlue=saved".split(" "),
      ],
      /Did you mean `value`/,
    ],
    [["import", "raw.csv", ...IMPORT.replace("saved", "save").split(" ")], /Did you mean `saved`/],
    [["import", "raw.csv", ...IMPORT.split(" ")], /say what it is with `--groups "A=trained"`/],
    [["import", "no.csv", ...IMPORT.split(" ")], /No file is named `no\.csv`/],
  ];
  for (const [args, says] of wrong) {
    test(args.join(" "), async () => {
      const cwd = folder();
      const run = await callCli(["results", ...args], { cwd });
      assert.equal(run.exit, 2);
      assert.match(run.stderr, says);
      assert.equal(readFileSync(path.join(cwd, "save.results.csv"), "utf8"), ROWS);
    });
  }
});
