import type { Point } from "../../model/spec.ts";
import type { Context } from "../../workspace/context.ts";

/** Points at which something can be seen of the program: those of the phases `during` and `after`. */
export function isLook({ phase }: Point): boolean {
  return phase?.value === "during" || phase?.value === "after";
}

/** Points whose phase or list of measures could not be read may be the one that is looked for. */
export function hasUnclearPoint(context: Context): boolean {
  return [...context.points.values()].some(({ phase, measures }) => phase === undefined || measures === undefined);
}

/** Points that look at a measure from launch on. */
export function looksAt(measure: string, context: Context): readonly Point[] {
  return context.chain.measuring(measure).filter(isLook);
}

/** Days from launch to a point; undefined where one of the two is not known. */
export function daysAfterLaunch({ when }: Point, context: Context): number | undefined {
  if (!when) return undefined;
  const { launch } = context;
  // Without a launch, a distance from it still counts.
  const day = launch ? context.dayOf(when) : undefined;
  if (launch && day !== undefined) return day - launch.value;
  if (when.value.kind !== "launch") return undefined;
  const { count, unit } = when.value;
  return count * { days: 1, weeks: 7, months: 30, years: 365 }[unit];
}
