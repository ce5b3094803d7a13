import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { csvOf } from "../../server/src/tables/csv-text.ts";
import { planTables } from "../../server/src/tables/plan-tables.ts";
import { some } from "../support/effort.ts";
import { tableOf, taken, target } from "../support/tables.ts";

/** Another value that fits what a column holds. */
const OTHERS: Readonly<Record<string, string>> = {
  number: "7.25",
  rate: "7.25",
  date: "2031-03-04",
  time: "launch + 3 weeks",
  duration: "5 months",
  boolean: "yes",
  names: "one; two",
  texts: "one: 1; two # 2",
  condition: "x < 3 % at y",
};

const SAMPLES = [
  "samples/field-service/early-call.training.yaml",
  "samples/safety/labels-and-data-sheets.training.yaml",
  "samples/hospital/nurse-residency.training.yaml",
];

for (const file of some(SAMPLES, 3)) {
  test(`each cell of ${file}, changed, filled or emptied, changes that cell and no other`, () => {
    const spec = readFileSync(file, "utf8");
    const before = new Map(planTables([target(spec)]).map((table) => [table.shape.name, csvOf(table, ",")]));
    let count = 0;
    for (const { shape, rows } of planTables([target(spec)])) {
      const table = tableOf(before.get(shape.name) ?? "");
      for (const [row, { cells }] of rows.entries()) {
        for (const [index, column] of shape.columns.entries()) {
          // A number that has parts, and its parts, are changed together: see tables.test.ts.
          const isUnion = shape.columns.some(
            ({ path, parts }) => parts && path.every((key, at) => column.path[at] === key),
          );
          const old = cells[index];
          const isSparse = (row + index) % 5 !== 0 && old?.kind === "empty";
          if (isUnion || isSparse || !old || old.kind === "locked") continue;
          const at = 1 + shape.keys.length + index;
          const value =
            column.holds === "choice"
              ? (column.values?.find((each) => each !== table.rows[row]?.[at]?.text) ?? "")
              : (OTHERS[column.holds] ?? 'Neu: ö, "x" # y\nund z');
          const text = value === table.rows[row]?.[at]?.text ? "no" : value;
          const changed = {
            ...table,
            rows: table.rows.map((each, of) =>
              of === row ? each.map((cell, on) => (on === at ? { ...cell, text } : cell)) : each,
            ),
          };
          const { text: after, problems } = taken(spec, [changed]);
          assert.deepEqual(problems, [], `${shape.name} ${column.name}`);
          const where = `${shape.name} row ${row} ${column.name}\n${after}`;
          for (const again of planTables([target(after)])) {
            const csv = csvOf(again, ",");
            if (again.shape.name !== shape.name) assert.equal(csv, before.get(again.shape.name), where);
            else
              assert.deepEqual(
                tableOf(csv).rows.map((each) => each.map((cell) => cell.text)),
                changed.rows.map((each) => each.map((cell) => cell.text)),
                where,
              );
          }
          assert.equal(target(after).tree.comments.length, target(spec).tree.comments.length, where);
          count++;
        }
      }
    }
    assert.ok(count > 50);
  });
}
