import { addMonths, type Day, parseDay } from "../base/date.ts";

export type TimeUnit = "days" | "weeks" | "months" | "years";

/** A day, or a distance from launch (`count` is negative before it). */
export type Time =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "launch"; readonly count: number; readonly unit: TimeUnit };

export interface Duration {
  readonly count: number;
  readonly unit: TimeUnit;
}

/** `2027-01-15`, `launch`, `launch + 42 days`, `launch - 2 weeks`. */
export function parseTime(text: string): Time | undefined {
  const day = parseDay(text);
  if (day !== undefined) return { kind: "day", day };
  const match = /^launch(?: *([+-]) *(\d{1,5}) +(day|week|month)s?)?$/.exec(text.trim());
  if (!match) return undefined;
  const count = Number(match[2] ?? 0) * (match[1] === "-" ? -1 : 1);
  return { kind: "launch", count, unit: `${match[3] ?? "day"}s` as TimeUnit };
}

/** `12 months`, `within 7 days`. */
export function parseDuration(text: string): Duration | undefined {
  const match = /^(?:within +)?(\d{1,5}) +(day|week|month|year)s?$/.exec(text.trim());
  return match ? { count: Number(match[1]), unit: `${match[2]}s` as TimeUnit } : undefined;
}

/** The day that a time names, given the launch; undefined where it needs a launch that is not known. */
export function dayOfTime(time: Time, launch: Day | undefined): Day | undefined {
  if (time.kind === "day") return time.day;
  return launch === undefined ? undefined : addDuration(launch, time);
}

export function addDuration(day: Day, duration: Duration): Day {
  if (duration.unit === "days") return day + duration.count;
  if (duration.unit === "weeks") return day + 7 * duration.count;
  return addMonths(day, duration.count * (duration.unit === "years" ? 12 : 1));
}

/** Length in days; months and years by their mean length in the Gregorian calendar. */
export function daysIn(duration: Duration): number {
  const days = { days: 1, weeks: 7, months: 365.2425 / 12, years: 365.2425 }[duration.unit];
  return duration.count * days;
}
