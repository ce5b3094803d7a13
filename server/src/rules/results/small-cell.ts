import { kindOfMeasure } from "../../appraisal/evaluation-observation.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

export const smallCell = defineRule({
  id: "small-cell",
  family: "results",
  severity: "warning",
  kind: "conflict",
  summary: "A result comes from so few cases that it shows persons and no effect.",
  decidedBy: "statistics",
  thresholds: {
    least: {
      value: 5,
      unit: "cases",
      source: "Common practice of statistical offices: cells below 5 are not published.",
    },
  },
  on: "results",
  check: (part, _context, { least }) =>
    inRows(part, function* ({ row, program, measure }): Iterable<Finding> {
      if (!row.n || !(row.n.value > 0) || row.n.value >= least) return;
      if (!program || !measure || kindOfMeasure(program, measure) === "rate") return;
      yield {
        span: row.n.span,
        message: say`This result comes from ${row.n.value === 1 ? say`1 case` : say`${row.n.value} cases in all`}: under ${least}, single persons can be recognized and chance decides.`,
        help: say`Put groups or months together until there are at least ${least}; a row of ${code("all")} may say more than two that say nothing.`,
      };
    }),
});
