import type { MoneyForecast } from "../../appraisal/forecast.ts";

/** How close figures have to be that should be the same. */
export const CLOSENESS = {
  value: 1,
  unit: "%",
  source: "Published figures are rounded to two or three digits.",
} as const;

/** The months that a claimed payback is counted in: the horizon, or a year. */
export function monthsOf(forecast: MoneyForecast | undefined): number {
  return Number(((forecast?.horizon?.years ?? 1) * 12).toPrecision(12));
}
