import {
  adjustSize,
  clustersPerArm,
  effectiveSize,
  sizeForPrecision,
} from "../../../../server/src/analysis/planning/adjustments.ts";
import { assuranceOf } from "../../../../server/src/analysis/planning/assurance.ts";
import { detectableChange } from "../../../../server/src/analysis/planning/detectable-change.ts";
import { adjustPs } from "../../../../server/src/analysis/planning/multiple-testing.ts";
import type { Plan } from "../../../../server/src/analysis/planning/plan.ts";
import { powerOf } from "../../../../server/src/analysis/planning/power.ts";
import { logRatioOfRatios } from "../../../../server/src/analysis/planning/power-did.ts";
import { regressionToMean } from "../../../../server/src/analysis/planning/regression-to-mean.ts";
import { requiredSize } from "../../../../server/src/analysis/planning/required-size.ts";
import { type Answer, type Given, numbers, type Row, toNumber } from "./cell.ts";

const methods: Record<string, (row: Row) => Plan> = {
  prop_z_pooled: (row) => twoProportions(row, "z-pooled"),
  prop_arcsine: (row) => twoProportions(row, "arcsine"),
  prop_z_cc: (row) => twoProportions(row, "z-continuity"),
  prop_fisher_exact: (row) => twoProportions(row, "fisher-exact"),
  prop_z_pooled_actual: (row) => twoProportions(row, "z-pooled-exact"),
  mcnemar_connor: (row) => pairedProportions(row, "connor"),
  mcnemar_exact: (row) => pairedProportions(row, "exact"),
  mcnemar_midp: (row) => pairedProportions(row, "mid-p"),
  mean_t_pooled: (row) => ({ kind: "two-means", method: "pooled", ...test(row), ...means(row) }),
  mean_t_welch: (row) => ({ kind: "two-means", method: "welch", ...test(row), ...means(row) }),
  mean_t_paired: (row) => ({ kind: "paired-means", ...test(row), ...means(row), ...numbers(row, "rho") }),
  mean_t_one_sample: (row) => ({ kind: "one-mean", ...test(row), ...means(row), sd: toNumber(row.sd1) }),
  rate_log_wald: (row) => ({
    kind: "two-rates",
    method: "log",
    ...test(row),
    ...numbers(row, "rate1", "rate2", "phi"),
  }),
  rate_sqrt: (row) => ({
    kind: "two-rates",
    method: "square-root",
    ...test(row),
    ...numbers(row, "rate1", "rate2", "phi"),
  }),
  rate_exact_conditional: (row) => ({
    kind: "two-rates",
    method: "exact",
    ...test(row),
    ...numbers(row, "rate1", "rate2", "phi"),
  }),
  rate_negbin_wald: (row) => ({
    kind: "rates-per-person",
    ...test(row),
    ...numbers(row, "rate1", "rate2"),
    time: toNumber(row.time_per_person),
    k: toNumber(row.nb_k),
  }),
  did_mean_rcs: (row) => didMeans(row, "cross-section"),
  did_mean_panel: (row) => didMeans(row, "change"),
  ancova: (row) => didMeans(row, "ancova"),
  did_prop_rcs: (row) => didProportions(row, "cross-section"),
  did_prop_panel: (row) => didProportions(row, "panel"),
  did_rate_log: (row) => ({
    kind: "did-rates",
    ...test(row),
    ...numbers(row, "rate1", "rate2", "phi"),
    controlBefore: toNumber(row.rate_ctrl_before),
    controlAfter: toNumber(row.rate_ctrl_after),
  }),
  mean_cluster_t: (row) => ({
    kind: "clustered-means",
    ...test(row),
    delta: toNumber(row.delta),
    sd: toNumber(row.sd1),
    clusterSize: toNumber(row.cluster_size),
    icc: toNumber(row.icc),
  }),
};

function test(row: Row): { alpha: number; sides: 1 | 2 } {
  return { alpha: toNumber(row.alpha), sides: row.sides === "1" ? 1 : 2 };
}

function means(row: Row) {
  const sd1 = toNumber(row.sd1);
  return { delta: toNumber(row.delta), sd1, sd2: row.sd2 ? toNumber(row.sd2) : sd1 };
}

function twoProportions(row: Row, method: (Plan & { kind: "two-proportions" })["method"]): Plan {
  return { kind: "two-proportions", method, ...test(row), ...numbers(row, "p1", "p2") };
}

function pairedProportions(row: Row, method: (Plan & { kind: "paired-proportions" })["method"]): Plan {
  return { kind: "paired-proportions", method, ...test(row), ...numbers(row, "p1", "p2", "rho") };
}

function didMeans(row: Row, method: (Plan & { kind: "did-means" })["method"]): Plan {
  const rho = row.rho ? toNumber(row.rho) : 0;
  return { kind: "did-means", method, ...test(row), delta: toNumber(row.delta), sd: toNumber(row.sd1), rho };
}

function didProportions(row: Row, method: (Plan & { kind: "did-proportions" })["method"]): Plan {
  return {
    kind: "did-proportions",
    method,
    ...test(row),
    ...numbers(row, "p1", "p2"),
    controlBefore: toNumber(row.p_ctrl_before),
    controlAfter: toNumber(row.p_ctrl_after),
    rho: row.rho ? toNumber(row.rho) : 0,
  };
}

function sizeOf(row: Row) {
  const first = row.n1 || row.exposure1 || row.clusters_per_arm;
  return { n1: toNumber(first), n2: toNumber(row.n2 || row.exposure2 || row.clusters_per_arm) };
}

export const power: Answer = (row) => {
  const plan = methods[row.method ?? ""]?.(row);
  if (!plan) return {};
  const found = powerOf(plan, sizeOf(row));
  return { power: { value: found.kind === "power" ? found.power : Number.NaN, abs: 1e-8 } };
};

export const required_n: Answer = (row) => {
  const plan = methods[row.method ?? ""]?.(row);
  if (!plan) return {};
  const found = requiredSize(plan, { power: toNumber(row.power), ratio: toNumber(row.ratio) });
  if (found.kind === "not-estimable") return { n1_real: { value: undefined } };
  const real = (value: number): Given => ({ value, rel: 1e-4 });
  const ofRates =
    plan.kind === "two-rates"
      ? {
          events1_expected: real(found.real.n1 * plan.rate1),
          events2_expected: real(found.real.n2 * plan.rate2),
        }
      : plan.kind === "did-rates"
        ? { log_ratio_of_ratios: { value: logRatioOfRatios(plan), rel: 1e-12 } }
        : {};
  return {
    n1_real: real(found.real.n1),
    exposure1_real: real(found.real.n1),
    exposure2_real: real(found.real.n2),
    n1: { value: found.n1 },
    n2: { value: found.n2 },
    achieved_power: { value: found.power, abs: 1e-4 },
    ...ofRates,
  };
};

export const mde: Answer = (row) => {
  const plan = methods[row.method ?? ""]?.(row);
  if (!plan) return {};
  const direction = row.direction === "increase" ? "increase" : "decrease";
  const found = detectableChange(plan, sizeOf(row), { power: toNumber(row.power), direction });
  if (found.kind !== "change")
    return { status: { value: found.kind === "nothing-detectable" ? "none" : found.because } };
  const h = (p: number) => 2 * Math.asin(Math.sqrt(p));
  const rate1 = toNumber(row.rate1);
  const near = (value: number): Given => ({ value, rel: 1e-4 });
  return {
    status: { value: "ok" },
    mde_p2: near(found.value),
    mde_abs: near(found.change),
    mde_rate2: near(found.value),
    mde_rate_ratio: near(found.value / rate1),
    mde_h: near(Math.abs(h(found.value) - h(toNumber(row.p1)))),
  };
};

const exact = (value: number): Given => ({ value });
const close = (value: number): Given => ({ value, rel: 1e-6, abs: 1e-12 });

export const adjust: Answer = (row) => {
  const population = row.population ? { population: toNumber(row.population) } : {};
  const cluster = {
    clusterSize: toNumber(row.cluster_size),
    icc: toNumber(row.icc),
    clusterSizeCv: row.cv_cluster_size ? toNumber(row.cv_cluster_size) : 0,
  };
  switch (row.method) {
    case "chain": {
      const found = adjustSize(toNumber(row.n_srs), { ...cluster, attrition: toNumber(row.attrition), ...population });
      if (found.kind === "not-estimable") return { deff: { value: undefined } };
      return {
        n_after_fpc: close(found.afterPopulation),
        deff: close(found.designEffect),
        n_analysed: close(found.analysed),
        clusters_per_arm: exact(found.clustersPerArm),
        n_enrol_per_arm: exact(found.enrolPerArm),
      };
    }
    case "effective_n": {
      const found = effectiveSize(toNumber(row.n_actual), cluster);
      return found.kind === "not-estimable"
        ? { deff: { value: undefined } }
        : { deff: close(found.designEffect), n_effective: close(found.n) };
    }
    case "precision_proportion":
    case "precision_mean": {
      const shared = { margin: toNumber(row.margin), level: toNumber(row.conf), ...population };
      const found =
        row.method === "precision_mean"
          ? sizeForPrecision({ kind: "mean", sd: toNumber(row.sd), ...shared })
          : sizeForPrecision({ kind: "proportion", p: toNumber(row.p), ...shared });
      return found.kind === "not-estimable"
        ? { n: { value: undefined } }
        : { n0: close(found.unlimited), n_real: close(found.real), n: exact(found.n) };
    }
    case "clusters_required_t": {
      const effect = {
        kind: "clustered-means",
        alpha: 0.05,
        sides: 2,
        delta: toNumber(row.effect_sd_units),
        sd: 1,
      } as const;
      const found = clustersPerArm({ ...effect, ...cluster }, toNumber(row.power_target));
      return found.kind === "not-estimable"
        ? { clusters_per_arm: { value: undefined } }
        : { clusters_per_arm: exact(found.perArm), achieved_power: { value: found.power, abs: 1e-8 } };
    }
    default:
      return adjustOthers(row);
  }
};

function adjustOthers(row: Row): Readonly<Record<string, Given>> {
  switch (row.method) {
    case "holm": {
      const found = adjustPs((row.p_values ?? "").split(";").map(Number));
      if (found.kind === "not-estimable") return { p_adjusted: { value: found.because } };
      return {
        p_adjusted: { value: rounded(found.holm, row.p_adjusted) },
        p_bh: { value: rounded(found.benjaminiHochberg, row.p_bh) },
      };
    }
    case "regression_to_mean": {
      const selected = row.selected === "above" ? "above" : "below";
      const found = regressionToMean({ ...numbers(row, "mean", "sd", "rho", "cut"), selected });
      return found.kind === "not-estimable"
        ? { expected_before: { value: undefined } }
        : { expected_before: close(found.before), expected_change_without_training: close(found.change) };
    }
    case "assurance_right_direction": {
      const effect = { kind: "pert", ...numbers(row, "low", "likely", "high") } as const;
      const found = assuranceOf({
        alpha: 0.05,
        sides: 2,
        effect,
        sd: toNumber(row.sd),
        perGroup: toNumber(row.n_per_group),
      });
      return { assurance: { value: found.kind === "assurance" ? found.chance : undefined, abs: 1e-4 } };
    }
    default:
      return {};
  }
}

/** The reference text when every number of ours is within 1e-6 of it, ours otherwise. */
function rounded(values: readonly number[], reference = ""): string {
  const expected = reference.split(";").map(Number);
  const same =
    expected.length === values.length && expected.every((p, i) => Math.abs(p - (values[i] ?? Number.NaN)) <= 1e-6 * p);
  return same ? reference : values.join(";");
}
