import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
// Another library than those that write and read workbooks for us.
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { callCli, folderWith } from "../support/cli.ts";

const SPEC = readFileSync("samples/field-service/early-call.training.yaml", "utf8")
  .replace("title: The early call", 'title: "=1+1 <b>, Größe; _x000D_ 🎓"')
  .replace("catalogs: [../company.training.yaml]\n", "");

type Sheets = { name: string; rows: unknown[][] }[];

async function sheetsOf(file: string): Promise<Sheets> {
  const { sheets } = await readXlsx(readFileSync(file));
  return sheets.map(({ name, rows }) => ({ name, rows: rows as unknown[][] }));
}

/** A folder with the spec and its workbook, and a way to save it as another program would, with changes. */
async function withWorkbook() {
  const cwd = folderWith({ "a.training.yaml": SPEC });
  const { exit, stderr } = await callCli(["report", "-f", "xlsx", "-o", "plans.xlsx"], { cwd });
  assert.equal(exit, 0, stderr);
  const file = path.join(cwd, "plans.xlsx");
  return {
    cwd,
    file,
    async change(sheet: string, edit: (rows: unknown[][]) => void) {
      const sheets = await sheetsOf(file);
      const found = sheets.find(({ name }) => name === sheet);
      assert.ok(found, sheet);
      edit(found.rows);
      writeFileSync(file, await writeXlsx({ sheets } as Parameters<typeof writeXlsx>[0]));
    },
    spec: () => readFileSync(path.join(cwd, "a.training.yaml"), "utf8"),
  };
}

function cell(rows: unknown[][], id: string, column: string): { row: unknown[]; at: number } {
  const row = rows.find((each) => each[1] === id);
  assert.ok(row, id);
  return { row, at: rows[0]?.indexOf(column) ?? -1 };
}

describe("the workbook of plans", () => {
  test("another program reads numbers, days and texts in it, and the plan by level", async () => {
    const { file } = await withWorkbook();
    const sheets = await sheetsOf(file);
    assert.equal(sheets[0]?.name, "plan by level (view)");
    assert.ok(sheets[0]?.rows.some((row) => row[1] === "5 ROI"));
    const metrics = sheets.find(({ name }) => name === "metrics")?.rows ?? [];
    const value = cell(metrics, "work-related-leave", "baseline.value");
    assert.equal(value.row[value.at], 1.21);
    const from = cell(metrics, "work-related-leave", "baseline.from");
    assert.equal((from.row[from.at] as Date).toISOString().slice(0, 10), "2025-04-01");
    const title = sheets.find(({ name }) => name === "program")?.rows[1]?.[1];
    assert.equal(title, "=1+1 <b>, Größe; _x000D_ 🎓");
  });

  test("taken back as it is, or as another program saved it, it changes nothing", async () => {
    const { cwd, change, spec } = await withWorkbook();
    assert.equal((await callCli(["import", "plans.xlsx"], { cwd })).exit, 0);
    assert.equal(spec(), SPEC);
    await change("metrics", (rows) => rows.reverse().sort((a) => (a[0] === "program" ? -1 : 0)));
    const { exit, stderr } = await callCli(["import", "plans.xlsx"], { cwd });
    assert.equal(exit, 0, stderr);
    // An escape that the other program does not write again.
    assert.equal(spec().replace(/^title.*$/m, ""), SPEC.replace(/^title.*$/m, ""));
  });

  test("changed numbers, days and new rows come back into the text", async () => {
    const { cwd, change, spec } = await withWorkbook();
    await change("program", (rows) => rows[1]?.splice(1, 1, "Early"));
    await change("metrics", (rows) => {
      const { row, at } = cell(rows, "work-related-leave", "target.value");
      row[at] = 0.85;
      row[rows[0]?.indexOf("target.by") ?? -1] = new Date(Date.UTC(2026, 9, 31));
    });
    await change("money.costs", (rows) => rows.push(["early-call", "design", 2500]));
    const { exit, stderr } = await callCli(["import", "plans.xlsx"], { cwd });
    assert.equal(exit, 0, stderr);
    const expected = SPEC.replace(/^title: .*$/m, "title: Early")
      .replace("target: { value: 0.9, by: 2026-09-30", "target: { value: 0.85, by: 2026-10-31")
      .replace("    analysis: 6000\n", "    analysis: 6000\n    design: 2500\n");
    assert.equal(spec(), expected);
  });

  test("a percentage that became a share, a file that is no workbook: named, and nothing is written", async () => {
    const { cwd, change, spec } = await withWorkbook();
    await change("behaviors", (rows) => {
      const { row, at } = cell(rows, "call-within-three-days", "target.value");
      row[at] = 0.78;
    });
    const shared = await callCli(["import", "plans.xlsx"], { cwd });
    assert.equal(shared.exit, 1);
    assert.match(shared.stderr, /plans\.xlsx\[behaviors\]:\w+2: .*made a share of a percentage/);
    writeFileSync(path.join(cwd, "not.xlsx"), "PK no workbook");
    const broken = await callCli(["import", "not.xlsx"], { cwd });
    assert.equal(broken.exit, 2);
    assert.match(broken.stderr, /no workbook that can be read/);
    assert.equal(spec(), SPEC);
  });

  test("the same plans are the same bytes, and an edited workbook is not replaced", async () => {
    const { cwd, file, change } = await withWorkbook();
    const bytes = readFileSync(file);
    assert.equal((await callCli(["report", "-f", "xlsx", "-o", "again.xlsx"], { cwd })).exit, 0);
    assert.ok(bytes.equals(readFileSync(path.join(cwd, "again.xlsx"))));
    await change("metrics", (rows) => rows.pop());
    const run = await callCli(["report", "-f", "xlsx", "-o", "plans.xlsx"], { cwd });
    assert.equal(run.exit, 2);
    assert.match(run.stderr, /is there already/);
  });
});
