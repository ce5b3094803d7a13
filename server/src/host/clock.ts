import type { Day } from "../base/date.ts";

/** The local calendar day on the clock of the machine. */
export function todayOnTheClock(): Day {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}
