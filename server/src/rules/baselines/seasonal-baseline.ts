import { calendarOf, type Day, formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { names } from "../../workspace/chain.ts";
import { defineRule } from "../rule.ts";

export const seasonalBaseline = defineRule({
  id: "seasonal-baseline",
  family: "baselines",
  severity: "warning",
  kind: "conflict",
  fromAbsence: true,
  summary: "Baseline and follow-up lie in different seasons, and no group is compared.",
  decidedBy: "dates",
  on: "metric",
  *check({ id, metric }, context) {
    const { from, to } = metric.baseline ?? {};
    const design = context.measurement?.design?.value;
    if (metric.role?.value !== "primary" || context.tier === "tactical" || !from || !to || to.value < from.value)
      return;
    if (design !== "before-after" && design !== "estimate") return;
    const before = monthsOf(from.value, to.value);
    const length = to.value - from.value;
    const after = [...context.points.values()].flatMap((point) => {
      const day = context.dayOf(point.when);
      return point.phase?.value === "after" && day !== undefined && names(point.measures).includes(id) ? [day] : [];
    });
    const inSeason = (day: Day) => [...monthsOf(day - length, day)].some((month) => before.has(month));
    if (after.length === 0 || after.some(inSeason)) return;
    yield {
      span: from.span,
      message: say`The baseline of ${code(id)} covers ${formatDay(from.value)} to ${formatDay(to.value)}, and no look after launch comes at the same time of year.`,
      help: say`Measure in the same months before and after, or compare with a group that goes through the same season; otherwise the season is counted as the program's.`,
    };
  },
});

/** The months of the year in a period, from 1 to 12. */
function monthsOf(from: Day, to: Day): ReadonlySet<number> {
  const months = new Set<number>();
  for (let day = from; day <= to && months.size < 12; day += 7) months.add(calendarOf(day).month);
  return months.add(calendarOf(to).month);
}
