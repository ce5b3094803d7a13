import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluateSeries } from "../../../server/src/analysis/evaluation/evaluate-series.ts";
import { evaluateSummary, type Summary } from "../../../server/src/analysis/evaluation/evaluate-summary.ts";
import { compareLogs, comparePairs, compareValues, correlate } from "../../../server/src/analysis/evaluation/means.ts";
import { bonettPrice, pairedExactTest } from "../../../server/src/analysis/evaluation/paired-proportions.ts";
import {
  clopperPearson,
  continuityWald,
  exactProportionTest,
  riskRatio,
} from "../../../server/src/analysis/evaluation/proportions.ts";
import { conditionalRateRatio } from "../../../server/src/analysis/evaluation/rates.ts";
import { regress, regressCounts, regressLogit } from "../../../server/src/analysis/evaluation/regress.ts";
import { fitSeries } from "../../../server/src/analysis/evaluation/series.ts";
import { fitCountSeries } from "../../../server/src/analysis/evaluation/series-counts.ts";
import { permute } from "../../../server/src/analysis/evaluation/staggered-effect.ts";
import { arrange } from "../../../server/src/analysis/evaluation/staggered-panel.ts";
import { fitMixedModel, fitTwoWay } from "../../../server/src/analysis/evaluation/staggered-regression.ts";
import { intraClusterCorrelation } from "../../../server/src/analysis/evaluation/team-means.ts";
import { forecast } from "../../../server/src/analysis/forecast/forecast.ts";
import {
  adjustSize,
  clustersPerArm,
  effectiveSize,
  sizeForPrecision,
} from "../../../server/src/analysis/planning/adjustments.ts";
import { assuranceOf } from "../../../server/src/analysis/planning/assurance.ts";
import { detectableChange } from "../../../server/src/analysis/planning/detectable-change.ts";
import { adjustPs } from "../../../server/src/analysis/planning/multiple-testing.ts";
import type { Plan } from "../../../server/src/analysis/planning/plan.ts";
import { powerOf } from "../../../server/src/analysis/planning/power.ts";
import { regressionToMean } from "../../../server/src/analysis/planning/regression-to-mean.ts";
import { requiredSize } from "../../../server/src/analysis/planning/required-size.ts";
import {
  detectableSeriesChange,
  monthsAfter,
  powerOfSeries,
  type SeriesPlan,
} from "../../../server/src/analysis/planning/series-power.ts";
import {
  clustersForSteppedRollout,
  powerOfSteppedRollout,
} from "../../../server/src/analysis/planning/stepped-rollout.ts";

const nasty = [Number.NaN, Infinity, -Infinity, 0, -1, 1, 0.5, 1e9, 1e308, 5e-324];

/** The value with each number inside it replaced by each nasty number, one at a time. */
function* spoil<T>(value: T): Generator<T> {
  if (typeof value === "number") for (const bad of nasty) yield bad as T;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const bad of spoil(inner)) {
      if (!Array.isArray(value)) yield { ...value, [key]: bad };
      else yield value.map((item, i) => (String(i) === key ? bad : item)) as T;
    }
  }
}

/** Every number in a result, however deep, is finite. */
function assertFinite(result: unknown, input: unknown): void {
  if (typeof result === "number") {
    // The message is made only when needed: this runs some hundred thousand times.
    if (!Number.isFinite(result)) assert.fail(`${result} from ${JSON.stringify(input)}`);
  } else if (typeof result === "object" && result)
    for (const inner of Object.values(result)) assertFinite(inner, input);
}

function assertTotal<T>(input: T, f: (input: T) => unknown): void {
  assertFinite(f(input), input);
  for (const bad of spoil(input)) assertFinite(f(bad), bad);
}

const twoSided = { alpha: 0.05, sides: 2 } as const;
const plans: Plan[] = [
  ...(["z-pooled", "arcsine", "z-continuity", "fisher-exact", "z-pooled-exact"] as const).map(
    (method) => ({ kind: "two-proportions", method, p1: 0.6, p2: 0.1, ...twoSided }) as const,
  ),
  ...(["connor", "exact", "mid-p"] as const).map(
    (method) => ({ kind: "paired-proportions", method, p1: 0.5, p2: 0.3, rho: 0.2, ...twoSided }) as const,
  ),
  { kind: "two-means", method: "welch", delta: 1, sd1: 1, sd2: 2, ...twoSided },
  { kind: "two-means", method: "pooled", delta: 1, sd1: 1, sd2: 2, ...twoSided },
  { kind: "paired-means", delta: 1, sd1: 1, sd2: 2, rho: 0.5, ...twoSided },
  { kind: "one-mean", delta: 1, sd: 2, ...twoSided },
  { kind: "two-rates", method: "log", rate1: 2, rate2: 1, phi: 1, ...twoSided },
  { kind: "two-rates", method: "square-root", rate1: 2, rate2: 1, phi: 1, ...twoSided },
  { kind: "two-rates", method: "exact", rate1: 3, rate2: 1, phi: 1, ...twoSided },
  { kind: "rates-per-person", rate1: 2, rate2: 1, time: 1, k: 0.5, ...twoSided },
  ...(["cross-section", "change", "ancova"] as const).map(
    (method) => ({ kind: "did-means", method, delta: 1, sd: 2, rho: 0.5, ...twoSided }) as const,
  ),
  ...(["cross-section", "panel"] as const).map(
    (method) =>
      ({
        kind: "did-proportions",
        method,
        p1: 0.3,
        p2: 0.2,
        controlBefore: 0.3,
        controlAfter: 0.3,
        rho: 0.3,
        ...twoSided,
      }) as const,
  ),
  { kind: "did-rates", rate1: 2, rate2: 1, controlBefore: 2, controlAfter: 2, phi: 1.2, ...twoSided },
  { kind: "clustered-means", delta: 1, sd: 2, clusterSize: 10, icc: 0.05, ...twoSided },
];

for (const plan of plans) {
  test(`planning is total: ${plan.kind} ${"method" in plan ? plan.method : ""}`, () => {
    const size = { n1: 12, n2: 15 };
    assertTotal({ plan, size }, (input) => powerOf(input.plan, input.size));
    assertTotal({ plan, target: { power: 0.6, ratio: 1 } }, (input) => requiredSize(input.plan, input.target));
    const target = { power: 0.8, direction: "decrease" } as const;
    assertTotal({ plan, size, target }, (input) => detectableChange(input.plan, input.size, input.target));
  });
}

test("planning of rollouts, series and adjustments is total", () => {
  const rollout = {
    sequences: 4,
    clustersPerSequence: 2,
    periods: 5,
    people: 10,
    icc: 0.05,
    cac: 0.8,
    sd: 1,
    effect: 0.4,
    ...twoSided,
  };
  assertTotal(rollout, powerOfSteppedRollout);
  assertTotal({ rollout, power: 0.8 }, (input) => clustersForSteppedRollout(input.rollout, input.power));
  for (const method of ["segmented", "trend-line"] as const) {
    const parameter = "average-effect" as const;
    const plan: SeriesPlan = { method, parameter, before: 12, after: 6, sd: 1, rho: 0.3, effect: 2, ...twoSided };
    assertTotal(plan, powerOfSeries);
    assertTotal({ plan, power: 0.8 }, (input) => detectableSeriesChange(input.plan, input.power));
    assertTotal({ plan, power: 0.8 }, (input) => monthsAfter(input.plan, input.power));
  }
  const adjustment = { clusterSize: 10, icc: 0.05, clusterSizeCv: 0.4, attrition: 0.1, population: 500 };
  assertTotal({ n: 100, adjustment }, (input) => adjustSize(input.n, input.adjustment));
  assertTotal({ n: 100, adjustment }, (input) => effectiveSize(input.n, input.adjustment));
  assertTotal({ kind: "mean", sd: 2, margin: 1, level: 0.95, population: 50 } as const, sizeForPrecision);
  assertTotal({ kind: "proportion", p: 0.2, margin: 0.1, level: 0.95 } as const, sizeForPrecision);
  const clustered = { kind: "clustered-means", delta: 0.4, sd: 1, clusterSize: 10, icc: 0.05, ...twoSided } as const;
  assertTotal({ clustered, power: 0.8 }, (input) => clustersPerArm(input.clustered, input.power));
  assertTotal([0.01, 0.2, 0.03], adjustPs);
  assertTotal({ mean: 10, sd: 2, rho: 0.5, cut: 9, selected: "below" } as const, regressionToMean);
  const effect = { kind: "pert", low: 0, likely: 0.3, high: 0.6 } as const;
  assertTotal({ effect, sd: 1, perGroup: 30, ...twoSided }, assuranceOf);
});

const events = { first: { events: 4, cases: 20 }, second: { events: 9, cases: 22 } };
const counts = { first: { events: 4, exposure: 2 }, second: { events: 9, exposure: 3 } };
const moments = { mean: 5, sd: 2, n: 12 };
const cells = <Cell>(cell: Cell) => ({
  controlBefore: cell,
  controlAfter: cell,
  treatedBefore: cell,
  treatedAfter: cell,
});
const summaries: Summary[] = [
  { kind: "one-proportion", events: 4, cases: 20 },
  { kind: "two-proportions", ...events },
  { kind: "paired-proportions", yesYes: 5, yesNo: 2, noYes: 8, noNo: 6 },
  { kind: "two-means", first: moments, second: { ...moments, mean: 7 } },
  { kind: "paired-means", n: 12, mean1: 5, sd1: 2, mean2: 6, sd2: 2, rho: 0.5 },
  { kind: "one-rate", events: 4, exposure: 2 },
  { kind: "two-rates", phi: 1, ...counts },
  { kind: "did-means", ...cells(moments), treatedAfter: { ...moments, mean: 8 } },
  { kind: "did-proportions", ...cells({ events: 4, cases: 20 }) },
  { kind: "did-rates", phi: 1.2, ...cells({ events: 4, exposure: 2 }) },
];

test("evaluation of summaries is total", () => {
  for (const summary of summaries) {
    assertTotal({ summary, level: 0.95 }, (input) => evaluateSummary(input.summary, input.level));
  }
  assertTotal({ ...events, level: 0.95 }, (input) => continuityWald(input, input.level));
  assertTotal({ ...events, level: 0.95 }, (input) => riskRatio(input, input.level));
  assertTotal({ ...events.first, level: 0.95 }, (input) => clopperPearson(input, input.level));
  assertTotal(events, (input) => exactProportionTest(input, "fisher"));
  assertTotal({ ...counts, level: 0.95 }, (input) => conditionalRateRatio({ ...input, rule: "exact" }, input.level));
  const table = { yesYes: 5, yesNo: 2, noYes: 8, noNo: 6, level: 0.95 };
  assertTotal(table, (input) => bonettPrice(input, input.level));
  assertTotal(table, (input) => pairedExactTest(input, "exact"));
});

test("evaluation of raw data is total", () => {
  const groups = { first: [3, 5, 4.5, 6], second: [7, 5.5, 8] };
  assertTotal(groups, (input) => compareValues({ ...input, method: "welch" }, 0.95));
  assertTotal(groups, (input) => compareLogs(input, 0.95));
  const pairs = [3, 5, 4.5, 6].map((before, i) => ({ before, after: before + i * i }));
  assertTotal(pairs, (input) => comparePairs(input, 0.95));
  assertTotal(pairs, correlate);
  const rows = [3, 5, 4, 6, 9, 7, 8, 12].map((y, i) => ({ x: [i % 2], y, cluster: `c${i % 4}`, exposure: 1 + i / 10 }));
  for (const rule of ["classical", "HC1", "HC2", "HC3", "CR1", "CR2"] as const) {
    assertTotal(rows, (input) => regress(input, { rule, level: 0.95 }));
  }
  for (const rule of ["model", "dispersed", "clustered"] as const) {
    assertTotal(rows, (input) => regressCounts(input, { rule, level: 0.95 }));
  }
  assertTotal(
    rows.map((row) => ({ ...row, y: Number(row.y > 5) })),
    (input) => regressLogit(input, 0.95),
  );
  assertTotal(
    rows.map(({ y }, i) => ({ team: `t${i % 4}`, trained: i % 2 === 0, value: y })),
    intraClusterCorrelation,
  );
});

test("evaluation of series and rollouts is total", () => {
  const values = [5, 6, 5.5, 7, 6.2, 6.9, 7.4, 7, 9, 8.5, 9.9, 9.1];
  assertTotal(
    { first: values[0] ?? 0, last: values[11] ?? 0, before: 8, level: 0.95 },
    ({ first, last, before, level }) =>
      evaluateSeries({ values: [first, ...values.slice(1, -1), last], before }, level),
  );
  for (const method of ["newey-west-1", "prais-winsten"] as const) {
    assertTotal({ values, before: 8 }, (input) => {
      const fit = fitSeries(input, method);
      return fit.kind === "fitted" ? fit.rho : fit;
    });
  }
  const events = values.map((value) => Math.round(value));
  assertTotal({ events, exposures: values, before: 8 }, (input) => {
    const fit = fitCountSeries(input);
    return fit.kind === "fitted-counts" ? fit.dispersion : fit;
  });
  const cells = [2, 3, 3, 4].flatMap((start, cluster) =>
    [1, 2, 3, 4].map((period) => ({ cluster: `c${cluster}`, period, start, mean: cluster + period * (start % 3) })),
  );
  assertTotal(cells.slice(0, 2), (input) => {
    const panel = arrange([...input, ...cells.slice(2)]);
    if (panel.kind === "not-estimable") return panel;
    const two = fitTwoWay(panel, { rule: "CR2", level: 0.95 });
    return [two, fitMixedModel(panel, 0.95), permute(panel, "att", { seed: 1, draws: 9 })];
  });
});

test("the forecast is total", () => {
  const pert = { kind: "pert", low: -1, likely: 2, high: 5 } as const;
  const plan = {
    scale: 2,
    multipliers: [
      { name: "change", spread: pert },
      { name: "value", spread: { kind: "normal", mean: 3, sd: 1 } as const },
      { name: "volume", spread: { kind: "triangular", low: 1, likely: 2, high: 3 } as const },
    ],
    costs: [{ name: "cost", spread: { kind: "fixed", value: 1 } as const }],
  };
  assertTotal({ plan, how: { seed: 1, draws: 100 } }, (input) => forecast(input.plan, input.how));
});

test("each way of not being estimable has its reason", () => {
  const reason = (result: { kind: string; because?: string }) => result.because;
  const means = { kind: "two-means", method: "welch", delta: 1, sd1: 1, sd2: 1, ...twoSided } as const;
  assert.equal(reason(powerOf({ ...means, sd1: 0 }, { n1: 9, n2: 9 })), "sd-not-positive");
  assert.equal(reason(powerOf(means, { n1: 1, n2: 9 })), "too-few");
  assert.equal(reason(requiredSize({ ...means, delta: 0 }, { power: 0.8, ratio: 1 })), "no-change");
  const paired = { kind: "paired-proportions", method: "connor", p1: 0.1, p2: 0.9, rho: 0.9, ...twoSided } as const;
  assert.equal(reason(powerOf(paired, { n1: 9, n2: 0 })), "impossible-correlation");
  assert.equal(
    reason(evaluateSummary({ kind: "one-proportion", events: 9, cases: 8 }, 0.95)),
    "more-events-than-cases",
  );
  const none = { yesYes: 5, yesNo: 0, noYes: 0, noNo: 5 };
  assert.equal(reason(pairedExactTest(none, "exact")), "no-discordant-pairs");
  assert.equal(reason(evaluateSeries({ values: [1, 2, 4, 3], before: 3 }, 0.95)), "too-few-months");
  const flat = { mean: 5, sd: 0, n: 8 };
  assert.equal(reason(evaluateSummary({ kind: "two-means", first: flat, second: flat }, 0.95)), "no-variation");
});
