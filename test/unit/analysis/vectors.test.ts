import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { checkVectors } from "../../support/vectors.ts";

const reports = checkVectors(path.resolve("test/vectors"));

test("every table of the reference vectors is there", () => {
  assert.equal(reports.length, 14);
});

for (const { table, rows, within, misses } of reports) {
  test(`${table}: ${rows} reference rows are met within their tolerance`, () => {
    assert.deepEqual(misses, []);
    assert.equal(within, rows);
  });
}
