import { summarise } from "../../../../server/src/analysis/evaluation/estimate.ts";
import {
  estimateSeries,
  fitSeries,
  headline,
  type SeriesMethod,
} from "../../../../server/src/analysis/evaluation/series.ts";
import { fitCountSeries } from "../../../../server/src/analysis/evaluation/series-counts.ts";
import type { SeriesParameter } from "../../../../server/src/analysis/evaluation/series-design.ts";
import { diagnose } from "../../../../server/src/analysis/evaluation/series-diagnostics.ts";
import { averageEffect, permute } from "../../../../server/src/analysis/evaluation/staggered-effect.ts";
import { arrange } from "../../../../server/src/analysis/evaluation/staggered-panel.ts";
import { fitMixedModel, fitTwoWay } from "../../../../server/src/analysis/evaluation/staggered-regression.ts";
import { projectTrend } from "../../../../server/src/analysis/evaluation/trend-line.ts";
import {
  detectableSeriesChange,
  monthsAfter,
  powerOfSeries,
} from "../../../../server/src/analysis/planning/series-power.ts";
import {
  clustersForSteppedRollout,
  powerOfSteppedRollout,
} from "../../../../server/src/analysis/planning/stepped-rollout.ts";
import { type Answer, type Given, numbers, type Row, toNumber } from "./cell.ts";
import { columnsOf } from "./summaries.ts";

const level = 0.95;

const parameters: Record<string, SeriesParameter> = {
  intercept: "intercept",
  pre_slope: "pre-slope",
  level_change: "level-change",
  slope_change: "slope-change",
  avg_effect: "average-effect",
  last_effect: "last-effect",
};

const fits: Record<string, SeriesMethod> = {
  ols: "ols",
  newey_west_lag1: "newey-west-1",
  newey_west_lag2: "newey-west-2",
  prais_winsten: "prais-winsten",
  gls_ar1_reml: "ar1",
};

/** REML is compared at what the references are good for: rho 1e-3, standard errors 2e-3, p 1e-3. */
const likelihood = { rel: 2e-3, pAbs: 1e-3 };

export const its: Answer = (row, raw) => {
  const before = toNumber(row.n_pre);
  const wanted = row.parameter ?? "";
  const parameter = parameters[wanted] ?? "average-effect";
  if (row.method?.startsWith("its_") && row.method !== "its_headline") return countsOf(row, raw, parameter);
  const series = { values: raw.map(({ y }) => toNumber(y)), before };
  const method = fits[row.method ?? ""];
  if (method) {
    if (wanted === "rho") {
      const fit = fitSeries(series, method);
      return {
        estimate: {
          value: fit.kind === "fitted" ? fit.rho : undefined,
          ...(method === "ar1" ? { abs: 1e-3 } : { rel: 1e-5 }),
        },
      };
    }
    const slack = method === "ar1" ? likelihood : { rel: method === "prais-winsten" ? 1e-5 : 1e-6 };
    return columnsOf(estimateSeries(series, { method, parameter, level }), slack);
  }
  switch (row.method) {
    case "its_headline":
      return columnsOf(headline(series, { parameter, level }), likelihood);
    case "trend_line": {
      const found = projectTrend(series, level);
      if (found.kind === "not-estimable") return columnsOf(found);
      return columnsOf(wanted === "avg_effect" ? found.effect : found.projection);
    }
    case "diagnostics": {
      const found = diagnose(series);
      if (found.kind === "not-estimable") return columnsOf(found);
      const { lag1, durbinWatson, ljungBox } = found;
      const shown = {
        lag1_autocorrelation: { statistic: lag1, p: 0 },
        durbin_watson: durbinWatson,
        ljung_box_lag1: ljungBox,
      };
      const { statistic, p } = shown[wanted as keyof typeof shown];
      return { estimate: { value: statistic, rel: 1e-6 }, p_value: { value: p, rel: 1e-5 } };
    }
    default:
      return {};
  }
};

function countsOf(row: Row, raw: readonly Row[], parameter: SeriesParameter): Readonly<Record<string, Given>> {
  const exposures = raw.map(({ hours_k }) => toNumber(hours_k));
  const events = raw.map(({ incidents }) => toNumber(incidents));
  const fit = fitCountSeries({ events, exposures, before: toNumber(row.n_pre) });
  if (fit.kind === "not-estimable") return columnsOf(fit);
  if (row.parameter === "dispersion") return { estimate: { value: fit.dispersion, rel: 1e-6 } };
  // Below 1e-300 a p-value is 0 for one of the two programs.
  return columnsOf(summarise(fit.measure(parameter, row.method === "its_poisson" ? "poisson" : "quasi"), level), {
    pAbs: 1e-300,
  });
}

export const its_power: Answer = (row) => {
  const plan = {
    method: row.method === "trend_line_power" ? ("trend-line" as const) : ("segmented" as const),
    parameter: parameters[row.parameter ?? ""] ?? "average-effect",
    before: toNumber(row.n_pre),
    sd: toNumber(row.sigma),
    ...numbers(row, "rho", "alpha", "effect"),
    sides: row.sides === "1" ? (1 as const) : (2 as const),
  };
  if (row.method === "its_required_post_months") {
    const found = monthsAfter(plan, toNumber(row.target_power));
    if (found.kind === "not-reached") return { status: { value: "not reached with 60 post months" } };
    if (found.kind === "not-estimable") return { status: { value: found.because } };
    return {
      status: { value: "ok" },
      n_post_required: { value: found.after },
      power: { value: found.power, abs: 1e-8 },
    };
  }
  const after = toNumber(row.n_post);
  const found = powerOfSeries({ ...plan, after });
  const independent = powerOfSeries({ ...plan, after, rho: 0 });
  const smallest = detectableSeriesChange({ ...plan, after }, 0.8);
  if (found.kind === "not-estimable") return { power: { value: undefined } };
  return {
    se_gls: { value: found.se, rel: 1e-6 },
    se_ols_assuming_iid: { value: independent.kind === "series-power" ? independent.se : undefined, rel: 1e-6 },
    df: { value: found.df },
    power: { value: found.power, abs: 1e-8 },
    mde_power80: { value: smallest.kind === "change" ? smallest.change : undefined, rel: 1e-6 },
  };
};

export const stepped_power: Answer = (row) => {
  const { sequences, clusters_per_sequence, periods, people_per_cluster_period, ...rest } = numbers(
    row,
    ...([
      "sequences",
      "clusters_per_sequence",
      "periods",
      "people_per_cluster_period",
      "icc",
      "cac",
      "effect",
      "alpha",
    ] as const),
  );
  const sides = row.sides === "1" ? (1 as const) : (2 as const);
  const plan = { sequences, periods, people: people_per_cluster_period, sd: toNumber(row.sd_total), sides, ...rest };
  if (row.method === "hh_required_clusters_per_sequence") {
    const found = clustersForSteppedRollout(plan, toNumber(row.target_power));
    if (found.kind === "not-estimable") return { clusters_per_sequence: { value: undefined } };
    return { clusters_per_sequence: { value: found.perSequence }, power_z: { value: found.power, abs: 1e-8 } };
  }
  const found = powerOfSteppedRollout({ ...plan, clustersPerSequence: clusters_per_sequence });
  if (found.kind === "not-estimable") return { var_effect: { value: undefined } };
  const careful = found.conservative.kind === "power" ? found.conservative : undefined;
  return {
    var_effect: { value: found.variance, rel: 1e-6 },
    se_effect: { value: found.se, rel: 1e-6 },
    power_z: { value: found.power, abs: 1e-8 },
    df_conservative: { value: careful?.df },
    power_t: { value: careful?.power, abs: 1e-8 },
  };
};

export const staggered: Answer = (row, raw) => {
  const panel = arrange(
    raw.map(({ cluster = "", period, start_period, mean }) => ({
      cluster,
      period: toNumber(period),
      start: start_period === "" || start_period === "NA" ? undefined : toNumber(start_period),
      mean: toNumber(mean),
    })),
  );
  if (panel.kind === "not-estimable") return columnsOf(panel);
  const exactly = (value: number | undefined): Given => ({ value, abs: 1e-8 });
  switch (row.method) {
    case "twfe_classical":
      return columnsOf(fitTwoWay(panel, { rule: "classical", level }));
    case "twfe_cr1":
      return columnsOf(fitTwoWay(panel, { rule: "CR1", level }));
    case "twfe_cr2":
      return columnsOf(fitTwoWay(panel, { rule: "CR2", level }), { df: 1e-4 });
    case "hh_mixed_reml":
    case "hh_mixed_tau2":
    case "hh_mixed_sigma2": {
      const found = fitMixedModel(panel, level);
      if (found.kind === "not-estimable") return columnsOf(found);
      if (row.method === "hh_mixed_reml") return columnsOf(found.effect, { rel: 1e-3, p: 1e-3 });
      return { estimate: { value: row.method === "hh_mixed_tau2" ? found.between : found.within, rel: 1e-3 } };
    }
    case "att_event_time_0":
    case "twfe_point": {
      const found = averageEffect(panel, row.method === "twfe_point" ? "two-way" : "first-period");
      return { estimate: exactly(found.kind === "estimate" ? found.estimate : undefined) };
    }
    case "att_simple_not_yet_treated":
    case "twfe_permutation": {
      const which = row.method === "twfe_permutation" ? "two-way" : "att";
      const found = permute(panel, which, { seed: 1, draws: 999 });
      if (found.kind === "not-estimable") return columnsOf(found);
      return {
        estimate: exactly(found.estimate),
        p_value: { value: found.p, abs: 1e-12 },
        permutations: { value: found.schedules },
      };
    }
    default:
      return {};
  }
};
