import { isPercent } from "../library/unit-bounds.ts";

export type MetricKind = "proportion" | "mean" | "rate";

/**
 * By what a value in a unit is divided to become what formulas take: a share from 0 to 1, events per one unit of
 * exposure, or the mean itself. Undefined where the unit does not say it.
 */
export function scaleOf(kind: MetricKind, unit: string | undefined): number | undefined {
  if (kind === "mean") return 1;
  if (unit === undefined) return undefined;
  if (kind === "rate") return exposureIn(unit) ?? 1;
  if (isPercent(unit)) return 100;
  const word = unit.trim().toLowerCase();
  if (word === "‰") return 1000;
  if (word === "ppm" || word === "dpmo") return 1e6;
  if (/^(share|fraction|proportion|ratio|1)$/.test(word)) return 1;
  return exposureIn(unit);
}

/** The number behind `per` or `/`: 200000 in `per 200,000 h`. */
function exposureIn(unit: string): number | undefined {
  const match = /(?:\bper\b|\/)\s*(\d+(?:[., \u00a0\u202f]\d{3})*(?:\.\d+)?|thousand|million)/i.exec(unit);
  const text = match?.[1]?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === "thousand") return 1000;
  if (text === "million") return 1e6;
  const number = Number(text.replace(/[,\s\u00a0\u202f]|\.(?=\d{3}(\D|$))/g, ""));
  return number > 0 && Number.isFinite(number) ? number : undefined;
}
