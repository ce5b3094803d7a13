import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { callCli, folderWith, golden } from "../support/cli.ts";

const SPEC = readFileSync("samples/safety/labels-and-data-sheets.training.yaml", "utf8");
const COMPANY = readFileSync("samples/company.training.yaml", "utf8");

function folder(): string {
  return folderWith({ "company.training.yaml": COMPANY, "safety/labels.training.yaml": SPEC });
}

async function withTables(): Promise<{
  cwd: string;
  change(table: string, from: string, to: string): void;
  spec(): string;
}> {
  const cwd = folder();
  const { exit, stderr } = await callCli(["report", "-f", "csv", "-o", "plans"], { cwd });
  assert.equal(exit, 0, stderr);
  return {
    cwd,
    change(table, from, to) {
      const file = path.join(cwd, "plans", `${table}.csv`);
      const text = readFileSync(file, "utf8");
      assert.ok(text.includes(from), from);
      writeFileSync(file, text.replace(from, to));
    },
    spec: () => readFileSync(path.join(cwd, "safety/labels.training.yaml"), "utf8"),
  };
}

describe("training-spec import", () => {
  test("help", async () => {
    const args = ["import", "--help"];
    const { actual, expected } = golden("test/cli/golden/import-help.txt", args, await callCli(args));
    assert.equal(actual, expected);
  });

  test("tables that nobody changed change nothing", async () => {
    const { cwd, spec } = await withTables();
    const { exit, stderr } = await callCli(["import", "plans"], { cwd });
    assert.deepEqual([exit, spec()], [0, SPEC]);
    assert.match(stderr, /Nothing has changed/);
  });

  test("a change is shown with --dry-run and written without it", async () => {
    const { cwd, change, spec } = await withTables();
    const [title = ""] = /(?<=\ntitle: ).*/.exec(SPEC) ?? [];
    change("program", title, '"Labels, read twice"');
    const shown = await callCli(["import", "plans", "--dry-run"], { cwd });
    assert.deepEqual([shown.exit, spec()], [0, SPEC]);
    assert.match(shown.stdout, /^--- a\/safety\/labels\.training\.yaml[\s\S]*\n\+title: Labels, read twice\n/);
    const written = await callCli(["import", "plans/program.csv", "--into", "safety"], { cwd });
    assert.equal(written.exit, 0, written.stderr);
    assert.equal(spec(), SPEC.replace(`title: ${title}`, "title: Labels, read twice"));
    assert.match(written.stderr, /Cells changed: 1; rows added: 0; rows taken out: 0/);
  });

  test("with one bad cell nothing is written", async () => {
    const { cwd, change, spec } = await withTables();
    const [title = ""] = /(?<=\ntitle: ).*/.exec(SPEC) ?? [];
    change("program", title, "New");
    change("measurement.points", ",before,", ",bevore,");
    const { exit, stderr } = await callCli(["import", "plans"], { cwd });
    assert.deepEqual([exit, spec()], [1, SPEC]);
    assert.match(stderr, /plans\/measurement\.points\.csv:C2: .*Did you mean `?before/);
  });

  test("into a spec that cannot be read whole, nothing is written", async () => {
    const { cwd } = await withTables();
    const torn = SPEC.replace("\nbehaviors:", "\nbehaviors: [\n");
    writeFileSync(path.join(cwd, "safety/labels.training.yaml"), torn);
    const { exit, stderr } = await callCli(["import", "plans"], { cwd });
    assert.equal(exit, 1);
    assert.match(stderr, /cannot be read whole, so no table is taken into it/);
    assert.equal(readFileSync(path.join(cwd, "safety/labels.training.yaml"), "utf8"), torn);
  });

  test("what is no table is named with a way out", async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, "empty.csv"), "");
    writeFileSync(path.join(cwd, "notes.csv"), "Shopping\r\nMilk\r\n");
    writeFileSync(
      path.join(cwd, "latin.csv"),
      Buffer.from("program,title\r\nlabels-and-data-sheets,Gr\xf6\xdfe\r\n", "latin1"),
    );
    writeFileSync(path.join(cwd, "open.csv"), 'program,title\r\nx,"never closed\r\n');
    for (const [args, exit, says] of [
      [["import"], 2, /Name a table/],
      [["import", "gone.csv"], 2, /No file or folder is named/],
      [["import", "safety"], 2, /There is no table here/],
      [["import", "empty.csv"], 2, /empty/],
      [["import", "latin.csv"], 2, /CSV UTF-8/],
      [["import", "open.csv"], 2, /row `?2`? is never closed/],
      [["import", "notes.csv"], 1, /no table of plans/],
      [["import", "notes.csv", "--into", "company.training.yaml"], 2, /no program to take the tables into/],
    ] as const) {
      const run = await callCli(args, { cwd });
      assert.equal(run.exit, exit, args.join(" "));
      assert.match(run.stderr, says);
    }
  });

  test("edited tables are not replaced by a new report", async () => {
    const { cwd, change } = await withTables();
    assert.equal((await callCli(["report", "-f", "csv", "-o", "plans"], { cwd })).exit, 0);
    change("measurement.points", ",before,", ",during,");
    const again = await callCli(["report", "-f", "csv", "-o", "plans"], { cwd });
    assert.equal(again.exit, 2);
    assert.match(again.stderr, /measurement\.points\.csv.*is there already/);
    assert.equal(readdirSync(path.join(cwd, "plans")).length, 18);
  });
});
