import {
  type Factor,
  type Forecast,
  type ForecastPlan,
  forecast,
} from "../../../../server/src/analysis/forecast/forecast.ts";
import type { Spread } from "../../../../server/src/analysis/forecast/spread.ts";
import { type Answer, type Given, type Row, toNumber } from "./cell.ts";

const draws = 40_000;

function forecastOf(row: Row, count: number): Forecast | undefined {
  const found = forecast(planOf(row), { seed: 20_240_607, draws: count });
  return found.kind === "forecast" ? found : undefined;
}

function planOf(row: Row): ForecastPlan {
  const factors = (...names: string[]): Factor[] =>
    names.filter((name) => row[`${name}_dist`]).map((name) => ({ name, spread: spreadOf(row, name) }));
  return {
    scale: toNumber(row.scale),
    multipliers: factors("change", "volume", "value", "iso", "conf"),
    costs: factors("cost1", "cost2"),
  };
}

function spreadOf(row: Row, name: string): Spread {
  const cell = (part: string) => toNumber(row[`${name}_${part}`]);
  const [low, likely, high] = [cell("low"), cell("likely"), cell("high")];
  switch (row[`${name}_dist`]) {
    case "fixed":
      return { kind: "fixed", value: likely };
    case "normal":
      return { kind: "normal", mean: likely, sd: cell("sd") };
    case "triangular":
      return { kind: "triangular", low, likely, high };
    default:
      return { kind: "pert", low, likely, high };
  }
}

export const forecasts: Answer = (row) => {
  const found = forecastOf(row, draws);
  if (!found) return { exact_mean_net: { value: undefined } };
  const exact = (value: number): Given => ({ value, rel: 1e-9 });
  const noise = (share: number, density: number, reference: number) =>
    4 * Math.sqrt(reference ** 2 + (share * (1 - share)) / (draws * density ** 2));
  const percentile = (value: number, share: number, name: string): Given => ({
    value,
    abs: noise(share, toNumber(row[`density_p${share * 100}`]), toNumber(row[`se_${name}`])),
  });
  const payback = toNumber(row.prob_payback);
  const loose = (value: number | undefined): Given => ({ value, rel: 0.02 });
  return {
    point_net_at_likely: exact(found.netAtLikely),
    exact_mean_net: exact(found.mean),
    exact_sd_net: exact(found.sd),
    net_p10: percentile(found.net.p10, 0.1, "net_p10"),
    net_p50: percentile(found.net.p50, 0.5, "net_p50"),
    net_p90: percentile(found.net.p90, 0.9, "net_p90"),
    prob_payback: {
      value: found.chanceOfPayback,
      abs: 4 * Math.sqrt((payback * (1 - payback)) / draws + toNumber(row.se_prob_payback) ** 2),
    },
    // The densities are those of net; costs vary little, so benefit is allowed a little more.
    benefit_p10: { value: found.benefit.p10, rel: 0.03 },
    benefit_p50: loose(found.benefit.p50),
    benefit_p90: loose(found.benefit.p90),
    bcr_p50: loose(found.benefitCostRatio),
    tornado_order: { value: found.tornado.map(({ name }) => name).join(">") },
  };
};

export const forecast_tornado: Answer = (row, parents) => {
  const parent = parents.find(({ id }) => id === row.forecast_id);
  const bar = parent && forecastOf(parent, 100)?.tornado[toNumber(row.rank) - 1];
  if (!bar) return { factor: { value: "no such bar" } };
  const exact = (value: number): Given => ({ value, rel: 1e-9, abs: 1e-9 });
  return {
    factor: { value: bar.name },
    net_at_low: exact(bar.netAtLow),
    net_at_high: exact(bar.netAtHigh),
    swing: exact(bar.swing),
    variance_share_first_order: { value: bar.varianceShare, rel: 1e-9 },
  };
};
