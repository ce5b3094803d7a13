import type { Day } from "../base/date.ts";
import type { Context } from "../workspace/context.ts";

/**
 * How something that has its day stands. `past`: its day is over, and nobody records whether it was done. `undated`: it has
 * no day, or its day hangs on a launch that is not set.
 */
export type Standing = "done" | "due" | "overdue" | "to-come" | "past" | "undated";

/** `isDone` is undefined for what nobody records. */
export function standingOn(day: Day | undefined, today: Day, isDone: boolean | undefined): Standing {
  if (isDone) return "done";
  if (day === undefined) return "undated";
  if (day > today) return "to-come";
  if (isDone === undefined) return "past";
  return day === today ? "due" : "overdue";
}

/** Whether the results hold a measure at a point. */
export function isMeasured(context: Context, point: string, measure: string): boolean {
  return measuredIn(context).has(`${point} ${measure}`);
}

function measuredIn(context: Context): ReadonlySet<string> {
  return context.once(MEASURED, () => {
    const rows = context.resultsFile?.rows ?? [];
    return new Set(rows.map(({ point, measure }) => `${point?.value} ${measure?.value}`));
  });
}

const MEASURED = {};
