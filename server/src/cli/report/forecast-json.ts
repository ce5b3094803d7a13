import type { MoneyForecast } from "../../appraisal/forecast.ts";
import type { Derived, Input, NotKnown } from "../../appraisal/forecast-figure.ts";
import type { Odds } from "../../appraisal/forecast-odds.ts";
import { assumptionsOf, durationText } from "../../appraisal/forecast-words.ts";
import { render } from "../../base/message.ts";
import { type ForecastReport, plainText } from "./forecast-report.ts";

/** One object; `docs/forecast.md` says what is in it. What is not known is `null` with a `because`. */
export function forecastJson(reports: readonly ForecastReport[]): string {
  return `${JSON.stringify({ version: 1, programs: reports.map(programOf) }, undefined, 2)}\n`;
}

function programOf(report: ForecastReport) {
  const { file, id, title, status, result } = report;
  return {
    file,
    id: id ?? null,
    title,
    status,
    forecast: result.kind === "none" ? null : forecastOf(report, result.forecast, result.odds),
    because: result.kind === "none" ? plainText(result.because) : null,
  };
}

function forecastOf(report: ForecastReport, forecast: MoneyForecast, odds: NotKnown | Odds) {
  const number = (derived: Derived) => numberOf(report, derived);
  const { horizon } = forecast;
  return {
    currency: forecast.currency ?? null,
    basis: forecast.basis ?? null,
    perspective: forecast.perspective ?? null,
    horizon: horizon ? { text: render(durationText(horizon.duration)), years: exact(horizon.years) } : null,
    benefit: number(forecast.benefit),
    cost: number(forecast.cost),
    net: number(forecast.net),
    bcr: number(forecast.bcr),
    roi: number(forecast.roi),
    paybackMonths: number(forecast.payback),
    metrics: forecast.metrics.map(({ id, view, from, change, promised, benefit, breakEven }) => ({
      id,
      unit: view.unit?.value ?? null,
      expectedFrom: from ?? null,
      change: change ? inputOf(report, change) : null,
      promised: promised === undefined ? null : exact(promised),
      benefit: number(benefit),
      breakEven: number(breakEven),
    })),
    leftOut: forecast.leftOut,
    contribution: shareOf(report, forecast.contribution),
    confidence: shareOf(report, forecast.confidence),
    reach: shareOf(report, forecast.reach),
    costs: forecast.costs.map(({ category, amount }) => ({ category, amount: number(amount) })),
    odds: oddsOf(report, odds),
    discountedTwice: forecast.isDiscountedTwice,
    singlePoints: forecast.singlePoints.map(({ name }) => plainText(name)),
    assumptions: assumptionsOf(forecast).map(plainText),
  };
}

function numberOf(report: ForecastReport, derived: Derived) {
  if (derived.kind === "not-estimable") return { value: null, because: plainText(derived.because) };
  return {
    value: exact(derived.value),
    working: plainText(derived.working),
    inputs: derived.inputs.map((input) => inputOf(report, input)),
  };
}

function inputOf(report: ForecastReport, { name, value, low, high, span }: Input) {
  return {
    name: plainText(name),
    value,
    low: low ?? null,
    high: high ?? null,
    at: (span && report.placeOf(span)) ?? null,
  };
}

function shareOf(report: ForecastReport, share: Input | NotKnown) {
  return "kind" in share ? { value: null, because: plainText(share.because) } : inputOf(report, share);
}

function oddsOf(report: ForecastReport, odds: NotKnown | Odds) {
  if (odds.kind === "not-estimable") return { net: null, because: plainText(odds.because) };
  return {
    draws: odds.draws,
    net: threeDigits(odds.net),
    benefit: threeDigits(odds.benefit),
    chanceOfPayback: about(odds.chanceOfPayback),
    medianBcr: odds.benefitCostRatio === undefined ? null : about(odds.benefitCostRatio),
    mean: exact(odds.mean),
    sd: exact(odds.sd),
    drivers: odds.drivers.map(({ name, span, low, high, netAtLow, netAtHigh, swing, varianceShare }) => ({
      name: plainText(name),
      low,
      high,
      netAtLow: exact(netAtLow),
      netAtHigh: exact(netAtHigh),
      swing: exact(swing),
      varianceShare: about(varianceShare),
      at: (span && report.placeOf(span)) ?? null,
    })),
  };
}

function threeDigits({ p10, p50, p90 }: Odds["net"]) {
  return { p10: about(p10), p50: about(p50), p90: about(p90) };
}

/** Without the last bits, which differ from machine to machine. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** As exact as a simulation is. */
function about(value: number): number {
  return Number(value.toPrecision(3));
}
