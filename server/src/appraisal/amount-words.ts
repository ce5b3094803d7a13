import { type Message, say } from "../base/message.ts";
import { isPercent } from "../library/unit-bounds.ts";

/** A distance in a measure's own unit: `4 points`, `12 s`, `1.2 per 1000 bed-days`. */
export function distanceWords(distance: number, unit: string | undefined): Message {
  if (isPercent(unit)) return distance === 1 ? say`1 point` : say`${distance} points`;
  return unit === undefined || unit === "currency" ? say`${distance}` : say`${distance} ${unit}`;
}

/** Up to two digits that count, never less than the number: what a plan can see is not better than it says. */
export function roundedUp(number: number): number {
  return rounded(number, Math.ceil);
}

/** Two digits that count. */
export function roughly(number: number): number {
  return rounded(number, Math.round);
}

function rounded(number: number, round: (x: number) => number): number {
  if (!(number > 0) || !Number.isFinite(number)) return number;
  const step = 10 ** (Math.floor(Math.log10(number)) - 1);
  // Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
  return step < 1 ? round(number / step - 1e-9) / Math.round(1 / step) : round(number / step - 1e-9) * step;
}

/** A number as written, without what floating point adds to a difference. */
export function tidy(number: number): number {
  return Number(number.toPrecision(10));
}

/** `48 teams` where `by` is a plain English word, else `48 groups`. */
export function clustersWords(clusters: number, by: string | undefined): Message {
  const word = by?.trim().toLowerCase() ?? "";
  switch (word) {
    case "team":
      return say`${clusters} teams`;
    case "store":
      return say`${clusters} stores`;
    case "site":
      return say`${clusters} sites`;
    case "ward":
      return say`${clusters} wards`;
    case "unit":
      return say`${clusters} units`;
    case "shop":
      return say`${clusters} shops`;
    case "dealer":
      return say`${clusters} dealers`;
    case "school":
      return say`${clusters} schools`;
    case "department":
      return say`${clusters} departments`;
    case "manager":
      return say`${clusters} managers`;
    default:
      return say`${clusters} groups`;
  }
}
