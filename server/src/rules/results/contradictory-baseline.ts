import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { sharesUnit } from "../../workspace/measure.ts";
import { defineRule } from "../rule.ts";
import { inRows } from "./each-row.ts";

export const contradictoryBaseline = defineRule({
  id: "contradictory-baseline",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "The results hold another baseline than the program promises from.",
  decidedBy: "arithmetic",
  on: "results",
  check: (part) =>
    inRows(part, function* ({ row, program, measure }): Iterable<Finding> {
      const baseline = measure?.baseline;
      if (!program || !measure || !baseline?.value || !row.value || !sharesUnit(measure)) return;
      if (program.points.get(row.point?.value ?? "")?.phase?.value !== "before") return;
      if (row.group?.value === "comparison" || !isSame(row.from, baseline.from) || !isSame(row.to, baseline.to)) return;
      if (Math.abs(row.value.value - baseline.value.value) <= slackOf(row.value.value, baseline.value.value)) return;
      yield {
        span: row.value.span,
        message: say`In the same days the program says ${baseline.value.value} for the baseline of ${code(measure.id)}, and this row ${row.value.value}.`,
        help: say`A baseline is fixed before launch. Find out which number the source gives, and correct the other one with a word on why.`,
        related: [{ span: baseline.value.span, message: say`This is the baseline of the program.` }],
      };
    }),
});

function isSame(a: { readonly value: number } | undefined, b: { readonly value: number } | undefined): boolean {
  return a !== undefined && b !== undefined && a.value === b.value;
}

/** One of the two may be rounded: half a unit of the digit in which the shorter one ends. */
function slackOf(a: number, b: number): number {
  const decimals = Math.min(...[a, b].map((value) => (/\.(\d+)$/.exec(String(value))?.[1] ?? "").length));
  return 0.5 * 10 ** -decimals * (1 + 1e-9) * (Number.isInteger(a) && Number.isInteger(b) ? 0 : 1);
}
