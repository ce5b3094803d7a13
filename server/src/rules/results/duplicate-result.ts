import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { keyOfRow, type ResultRow } from "../../results/results-file.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

export const duplicateResult = defineRule({
  id: "duplicate-result",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "Two rows of the results are about the same measure, group and days.",
  decidedBy: "arithmetic",
  on: "results",
  *check(part) {
    const firsts = new Map<string, ResultRow>();
    const last = new Map<string, ResultRow>();
    yield* inRows(
      part,
      function* ({ row }): Iterable<Finding> {
        if (!row.point || !row.measure || !row.group) return;
        const key = keyOfRow(row);
        const first = firsts.get(key);
        const together = `${row.point.value} ${row.measure.value} ${row.group.value}`;
        const earlier = last.get(together);
        firsts.set(key, first ?? row);
        if (!first) last.set(together, row);
        if (!first && !overlaps(row, earlier)) return;
        const other = first ?? earlier;
        yield {
          span: row.measure.span,
          message: first
            ? say`The row above has the same point, measure, group and days.`
            : say`This row and an earlier one count the same days for ${code(row.measure.value)} at ${code(row.point.value)} twice.`,
          help: say`Rows are added and never rewritten: a correction takes the old row out in a change of its own. The first row counts.`,
          related: other ? [{ span: other.measure?.span ?? other.span, message: say`This row was there first.` }] : [],
        };
      },
      part.table.repeats,
    );
  },
});

function overlaps(row: ResultRow, other: ResultRow | undefined): boolean {
  if (!other || !row.from || !row.to || !other.from || !other.to) return false;
  return row.from.value <= other.to.value && other.from.value <= row.to.value;
}
