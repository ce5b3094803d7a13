/** Why a number cannot be given. One short code per cause; the next layer turns codes into sentences. */
export type Reason =
  | "not-a-number"
  | "alpha-out-of-range"
  | "power-out-of-range"
  | "level-out-of-range"
  | "proportion-out-of-range"
  | "correlation-out-of-range"
  | "impossible-correlation"
  | "sd-not-positive"
  | "rate-not-positive"
  | "exposure-not-positive"
  | "dispersion-out-of-range"
  | "ratio-out-of-range"
  | "count-not-whole"
  | "more-events-than-cases"
  | "value-not-positive"
  | "value-out-of-range"
  | "values-out-of-order"
  | "different-lengths"
  | "too-few"
  | "too-few-clusters"
  | "too-few-months"
  | "no-change"
  | "no-variation"
  | "no-events"
  | "no-discordant-pairs"
  | "not-identified"
  | "no-convergence"
  | "too-many-needed"
  | "too-many-to-enumerate";

/** The answer when there is none. Never thrown, never a NaN. */
export interface NotEstimable {
  readonly kind: "not-estimable";
  readonly because: Reason;
}

/** Wraps a reason code as a result. */
export function notEstimable(because: Reason): NotEstimable {
  return { kind: "not-estimable", because };
}

/** The first reason among checks, if any; `undefined` means every check passed. */
export function firstOf(...reasons: (Reason | undefined)[]): Reason | undefined {
  return reasons.find((reason) => reason !== undefined);
}

/** The result, or `value-out-of-range` when a number in it has overflowed: inputs can each be possible and together not. */
export function onlyFinite<Result extends object>(result: Result): Result | NotEstimable {
  return hasOnlyFinite(result) ? result : notEstimable("value-out-of-range");
}

function hasOnlyFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(hasOnlyFinite);
}
