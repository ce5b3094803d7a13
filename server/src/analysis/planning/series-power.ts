import { checkDeviations, checkFinite, checkTest, type Test } from "../checks.ts";
import { designOf, type SeriesParameter, weightsOf } from "../evaluation/series-design.ts";
import { fitLeastSquares } from "../numeric/least-squares.ts";
import { dot } from "../numeric/matrix.ts";
import { findRoot } from "../numeric/solve.ts";
import { firstOf, type NotEstimable, notEstimable, onlyFinite, type Reason } from "../result.ts";
import { tPower } from "./tail-power.ts";

/** A monthly series with a change of level and slope after `before` months. */
export interface SeriesPlan extends Test {
  /** `segmented`: one regression over all months. `trend-line`: the earlier trend projected, independent months. */
  readonly method: "segmented" | "trend-line";
  /** What is tested. The trend line tests the average effect, whatever is said here. */
  readonly parameter: SeriesParameter;
  readonly before: number;
  readonly after: number;
  /** Standard deviation of one month around its trend. */
  readonly sd: number;
  /** Lag-1 autocorrelation, taken as known. The trend line takes it as 0. */
  readonly rho: number;
  readonly effect: number;
}

/** Precision and power of a series plan. */
export interface SeriesPower {
  readonly kind: "series-power";
  readonly se: number;
  readonly df: number;
  readonly power: number;
}

/**
 * Power of a segmented regression (Wagner et al. 2002; months correlated as ρ^|i−j|, t with N − 4 df) or of a projected
 * trend line (Phillips; t with before − 2 df). Needs 3 months before and 2 after to have a slope at all; under 8 months
 * before no slope should be claimed, which is for the caller to say. Limits: real false-positive rates of series this
 * short are two to five times nominal, as ρ is never known.
 */
export function powerOfSeries(plan: SeriesPlan): SeriesPower | NotEstimable {
  const precision = precisionOf(plan);
  if ("because" in precision) return precision;
  const { se, df } = precision;
  return onlyFinite({ kind: "series-power", se, df, power: Math.min(1, tPower(plan.effect / se, df, plan)) });
}

/** The smallest effect that the plan finds with `power`. The effect of the plan is not read. */
export function detectableSeriesChange(
  plan: Omit<SeriesPlan, "effect">,
  power: number,
): { readonly kind: "change"; readonly change: number } | NotEstimable {
  const precision = precisionOf({ ...plan, effect: 0 });
  if ("because" in precision) return precision;
  if (!(power > plan.alpha && power < 1)) return notEstimable("power-out-of-range");
  const { se, df } = precision;
  const excess = (shift: number) => tPower(shift, df, plan) - power;
  let high = 4;
  while (excess(high) < 0 && high < 1e6) high *= 2;
  const shift = findRoot(excess, { low: 0, high }, 1e-12);
  return shift === undefined ? notEstimable("too-many-needed") : onlyFinite({ kind: "change", change: shift * se });
}

/**
 * The fewest months after (2 to 60) with which the plan reaches `power`. `after` of the plan is not read.
 * `not-reached` when 60 are not enough, which is common: a long wait does not repair a short or noisy baseline.
 */
export function monthsAfter(
  plan: Omit<SeriesPlan, "after">,
  power: number,
):
  | { readonly kind: "months"; readonly after: number; readonly power: number }
  | { readonly kind: "not-reached" }
  | NotEstimable {
  if (!(power > plan.alpha && power < 1)) return notEstimable("power-out-of-range");
  for (let after = 2; after <= 60; after++) {
    const found = powerOfSeries({ ...plan, after });
    if (found.kind === "not-estimable") return found;
    if (found.power >= power) return { kind: "months", after, power: found.power };
  }
  return { kind: "not-reached" };
}

function precisionOf(plan: SeriesPlan): { se: number; df: number } | NotEstimable {
  const fault = faultIn(plan);
  if (fault) return notEstimable(fault);
  const found = plan.method === "trend-line" ? trendLinePrecision(plan) : segmentedPrecision(plan);
  return found && found.se > 0 ? found : notEstimable("not-identified");
}

function faultIn(plan: SeriesPlan): Reason | undefined {
  const { before, after, sd, rho, effect } = plan;
  const whole = Number.isSafeInteger(before) && Number.isSafeInteger(after);
  return firstOf(
    checkTest(plan),
    checkFinite(effect),
    checkDeviations(sd),
    rho > -1 && rho < 1 ? undefined : "correlation-out-of-range",
    whole && before >= 3 && after >= (plan.method === "trend-line" ? 1 : 2) ? undefined : "too-few-months",
    before + after <= 2000 ? undefined : "value-out-of-range",
  );
}

/** c'(X'V⁻¹X)⁻¹c by whitening the design, V = σ²ρ^|i−j|. */
function segmentedPrecision({ before, after, sd, rho, parameter }: SeriesPlan) {
  const design = designOf(before, after);
  const root = Math.sqrt(1 - rho * rho);
  const white = design.map((row, t) => row.map((x, j) => (t === 0 ? x : (x - rho * (design[t - 1]?.[j] ?? 0)) / root)));
  const fit = fitLeastSquares(white, new Float64Array(white.length));
  if (!fit) return undefined;
  const scaled = fit.contrast(weightsOf(parameter, after));
  return { se: sd * Math.sqrt(dot(scaled, scaled)), df: before + after - 4 };
}

/** σ√(1/after + x̄'(X'X)⁻¹x̄) with x̄ = (1, mean month after). */
function trendLinePrecision({ before, after, sd }: SeriesPlan) {
  const spread = (before * (before * before - 1)) / 12;
  const ahead = (after + 1) / 2 + before - (before + 1) / 2;
  return { se: sd * Math.sqrt(1 / after + 1 / before + (ahead * ahead) / spread), df: before - 2 };
}
