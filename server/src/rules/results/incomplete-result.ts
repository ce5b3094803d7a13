import { kindOfMeasure } from "../../appraisal/evaluation-observation.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { startOf } from "../../base/span.ts";
import type { Column } from "../../results/result-columns.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

const NEEDED: readonly Column[] = ["point", "measure", "group", "value", "from", "to", "n"];

export const incompleteResult = defineRule({
  id: "incomplete-result",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "A row of the results leaves out its value, its sample or its days.",
  decidedBy: "shape",
  on: "results",
  *check(part) {
    const { columns } = part.table;
    yield* inRows(part, function* ({ row, program, measure }): Iterable<Finding> {
      const missing = NEEDED.filter((column) => columns.has(column) && !row[column] && !row.wrong.has(column));
      if (missing.length > 0) {
        yield {
          span: row.measure?.span ?? startOf(row.span),
          message: say`This row has no ${missing.map(code).join(", ")}.`,
          help: missing.includes("n")
            ? say`Without ${code("n")}, the cases behind the value (for a rate its exposure), nobody can tell a change from chance.`
            : say`A row says what was measured (${code("value")}), where (${code("point")}, ${code("measure")}, ${code("group")}) and when (${code("from")}, ${code("to")}).`,
        };
      }
      if (!program || !measure || row.sd || row.wrong.has("sd")) return;
      const isTrend = program.measurement?.design?.value === "trend-line" && measure.is === "metric";
      if (isTrend || kindOfMeasure(program, measure) !== "mean") return;
      yield {
        span: row.measure?.span ?? row.span,
        message: say`${code(measure.id)} is a mean, and this row has no standard deviation.`,
        help: say`Write the spread of the single values under ${code("sd")}; without it the mean has no interval.`,
      };
    });
  },
});
