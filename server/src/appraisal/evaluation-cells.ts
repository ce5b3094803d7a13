import type { Estimate } from "../analysis/evaluation/estimate.ts";
import { summarise } from "../analysis/evaluation/estimate.ts";
import type { Moments } from "../analysis/evaluation/means.ts";
import { type Events, wilson } from "../analysis/evaluation/proportions.ts";
import { type Count, garwood } from "../analysis/evaluation/rates.ts";
import type { NotEstimable as NoNumber } from "../analysis/result.ts";
import { say } from "../base/message.ts";
import type { Interval, NotEstimable, Observation } from "./evaluation-types.ts";
import { type MetricKind, scaleOf } from "./scale.ts";

/** An observation as formulas take it. */
export type Cell =
  | { readonly kind: "proportion"; readonly of: Events }
  | { readonly kind: "mean"; readonly of: Moments }
  | { readonly kind: "rate"; readonly of: Count };

/** What all observations of a measure share. */
export interface Kind {
  readonly kind: MetricKind;
  /** By what its values are divided to become shares or events per unit of exposure. */
  readonly scale: number;
}

export function kindWithScale(kind: MetricKind | undefined, unit: string | undefined): Kind | NotEstimable {
  if (!kind) return because(say`nobody says what kind of number it is`);
  const scale = scaleOf(kind, unit);
  return scale === undefined ? because(say`its unit does not say what it is a share of`) : { kind, scale };
}

/**
 * The cell of an observation. `shrink` is the design effect by which its cases count less; a count of events is left as
 * it is, because formulas for rates take the effect themselves.
 */
export function cellOf({ value, n, sd }: Observation, { kind, scale }: Kind, shrink = 1): Cell | NotEstimable {
  if (n === undefined) return because(say`a row does not say how many cases it comes from`);
  if (kind === "rate") return { kind, of: { events: Math.round((value / scale) * n), exposure: n } };
  const cases = Math.max(1, Math.round(n / shrink));
  if (kind === "proportion") {
    return { kind, of: { events: Math.min(cases, Math.max(0, Math.round((value / scale) * cases))), cases } };
  }
  if (sd === undefined) return because(say`a row has no standard deviation, and a mean needs one`);
  if (cases < 2) return because(say`a group has fewer than two cases`);
  return { kind, of: { mean: value, sd, n: cases } };
}

/** How far one measured value may be from the true one: Wilson, t or Garwood. Undefined where nobody can say. */
export function intervalOf(observation: Observation, kind: Kind, level: number): Interval | undefined {
  const cell = cellOf(observation, kind);
  if (cell.kind === "not-estimable") return undefined;
  const found = estimateOf(cell, level);
  if (found.kind !== "estimate" || found.low === undefined || found.high === undefined) return undefined;
  const scale = cell.kind === "mean" ? 1 : kind.scale;
  return { low: found.low * scale, high: found.high * scale };
}

function estimateOf(cell: Cell, level: number): Estimate | NoNumber {
  if (cell.kind === "proportion") return wilson(cell.of, level);
  if (cell.kind === "rate") return garwood(cell.of, level);
  const { mean, sd, n } = cell.of;
  return summarise({ estimate: mean, se: sd / Math.sqrt(n), df: n - 1 }, level);
}

export function because(message: NotEstimable["because"]): NotEstimable {
  return { kind: "not-estimable", because: message };
}
