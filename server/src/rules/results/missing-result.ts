import { formatDay } from "../../base/date.ts";
import type { Finding } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const missingResult = defineRule({
  id: "missing-result",
  family: "results",
  severity: "error",
  kind: "gap",
  summary: "A measurement was due, and the results hold no row for one of its measures.",
  decidedBy: "dates",
  on: "point",
  *check(point, context): Iterable<Finding> {
    const { status, resultsFile } = context;
    if ((status !== "live" && status !== "evaluated") || !resultsFile || resultsFile.isCut) return;
    const day = context.dayOf(point.when);
    if (day === undefined || day > context.today) return;
    const known = new Set(context.measures.map(({ id }) => id));
    const measured = new Set<string>();
    for (const row of resultsFile.rows)
      if (row.point?.value === point.id && row.measure) measured.add(row.measure.value);
    for (const { value, span } of point.measures?.items ?? []) {
      if (!known.has(value) || measured.has(value)) continue;
      yield {
        span,
        message: say`${code(point.id)} was due on ${formatDay(day)}, and the results have no ${code(value)} for it.`,
        help: say`Add its row, or move the point. Data that is missing counts as no improvement.`,
      };
    }
  },
});
