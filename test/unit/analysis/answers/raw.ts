import type { ErrorRule } from "../../../../server/src/analysis/evaluation/contrast-error.ts";
import { compareDidProportions } from "../../../../server/src/analysis/evaluation/did-summary.ts";
import type { Estimate } from "../../../../server/src/analysis/evaluation/estimate.ts";
import {
  compareLogs,
  comparePairs,
  compareValues,
  correlate,
  type Pair,
} from "../../../../server/src/analysis/evaluation/means.ts";
import { pairedExactTest, pairedNewcombe } from "../../../../server/src/analysis/evaluation/paired-proportions.ts";
import { newcombe } from "../../../../server/src/analysis/evaluation/proportions.ts";
import {
  dispersionOfCounts,
  type RegressionRow,
  regress,
  regressCounts,
  regressLogit,
} from "../../../../server/src/analysis/evaluation/regress.ts";
import {
  compareSiteChanges,
  compareTeamMeans,
  intraClusterCorrelation,
} from "../../../../server/src/analysis/evaluation/team-means.ts";
import { type NotEstimable, notEstimable } from "../../../../server/src/analysis/result.ts";
import { type Answer, type Row, toNumber } from "./cell.ts";
import { columnsOf } from "./summaries.ts";

type Found = Estimate | NotEstimable;
const level = 0.95;

/** The last column of a data set is what was measured. */
function measuredIn(row: Row): number {
  return toNumber(Object.values(row).at(-1));
}

function isTrained(row: Row): boolean {
  return (row.trained ?? row.treated) === "1" || row.group === "trained" || row.group === "treated";
}

function isPost(row: Row): boolean {
  return row.post === "1";
}

function twoArms(raw: readonly Row[], value: (row: Row) => number) {
  return {
    first: raw.filter((row) => !isTrained(row)).map(value),
    second: raw.filter(isTrained).map(value),
  };
}

/** One row per person or case: trained or not, by team or site when there is one. */
function armRows(raw: readonly Row[]): RegressionRow[] {
  return raw.map((row) => ({ x: [Number(isTrained(row))], y: measuredIn(row), cluster: row.team ?? row.site ?? "" }));
}

function countRows(raw: readonly Row[], x: (row: Row) => number[]): RegressionRow[] {
  return raw.map((row) => ({
    x: x(row),
    y: toNumber(row.incidents),
    cluster: row.site ?? "",
    exposure: toNumber(row.hours_k),
  }));
}

/** treated, post, treated × post. */
function interaction(row: Row): number[] {
  const [treated, post] = [Number(isTrained(row)), Number(isPost(row))];
  return [treated, post, treated * post];
}

function pairs(raw: readonly Row[]): Pair[] {
  const value = (cell: string | undefined) => (cell === "" || cell === "NA" ? undefined : toNumber(cell));
  return raw.map(({ before, after }) => ({ before: value(before), after: value(after) }));
}

function pairedTable(raw: readonly Row[]) {
  const count = (before: string, after: string) => raw.filter((r) => r.before === before && r.after === after).length;
  return { yesYes: count("1", "1"), yesNo: count("1", "0"), noYes: count("0", "1"), noNo: count("0", "0") };
}

function eventsOf(values: readonly number[]) {
  return { events: values.filter((value) => value === 1).length, cases: values.length };
}

function changeOf(row: Row): number {
  return toNumber(row.after) - toNumber(row.before);
}

function ancova(raw: readonly Row[], rule: ErrorRule): Found {
  const rows = raw.map((row) => ({ x: [toNumber(row.before), Number(isTrained(row))], y: toNumber(row.after) }));
  return regress(rows, { rule, level });
}

function teamValues(raw: readonly Row[]) {
  return raw.map((row) => ({ team: row.team ?? "", trained: isTrained(row), value: measuredIn(row) }));
}

const byArm = (rule: ErrorRule) => (raw: readonly Row[]) => regress(armRows(raw), { rule, level });
const byCount = (rule: "model" | "dispersed" | "clustered") => (raw: readonly Row[]) =>
  regressCounts(
    countRows(raw, (row) => [Number(isTrained(row))]),
    { rule, level },
  );

const evaluations: Record<string, (raw: readonly Row[]) => Found> = {
  mean_welch: (raw) => compareValues({ ...twoArms(raw, measuredIn), method: "welch" }, level),
  mean_pooled: (raw) => compareValues({ ...twoArms(raw, measuredIn), method: "pooled" }, level),
  mean_log_ratio: (raw) => compareLogs(twoArms(raw, measuredIn), level),
  mean_ols: byArm("classical"),
  mean_ols_hc3: byArm("HC3"),
  mean_cluster_cr1: byArm("CR1"),
  mean_cluster_cr2: byArm("CR2"),
  prop_diff_cluster_cr1: byArm("CR1"),
  prop_diff_cluster_cr2: byArm("CR2"),
  prop_diff_newcombe: (raw) => {
    const { first, second } = twoArms(raw, measuredIn);
    return newcombe({ first: eventsOf(first), second: eventsOf(second) }, level);
  },
  cluster_means_t: (raw) => compareTeamMeans(teamValues(raw), level),
  icc_anova: (raw) => intraClusterCorrelation(teamValues(raw)),
  mean_paired: (raw) => comparePairs(pairs(raw), level),
  correlation: (raw) => correlate(pairs(raw)),
  mcnemar_newcombe: (raw) => pairedNewcombe(pairedTable(raw), level),
  mcnemar_midp: (raw) => pairedExactTest(pairedTable(raw), "mid-p"),
  rate_poisson_wald: byCount("model"),
  rate_quasipoisson: byCount("dispersed"),
  rate_poisson_cluster: byCount("clustered"),
  dispersion_pearson: (raw) => dispersionOfCounts(countRows(raw, (row) => [Number(isTrained(row))])),
  ancova: (raw) => ancova(raw, "classical"),
  ancova_hc3: (raw) => ancova(raw, "HC3"),
  did_change_welch: (raw) => compareValues({ ...twoArms(raw, changeOf), method: "welch" }, level),
};

export const eval_raw: Answer = (row, raw) => {
  const found = evaluations[row.method ?? ""]?.(raw);
  if (!found) return {};
  const used = pairs(raw).filter(({ before, after }) => before !== undefined && after !== undefined).length;
  return { ...columnsOf(found, { df: 1e-4, p: found.kind === "estimate" ? 1e-5 : 0 }), n_used: { value: used } };
};

/** Cross-sections have one row per case, panels one per person, to be stacked into before and after. */
function didRows(raw: readonly Row[]): RegressionRow[] {
  if (raw[0]?.post !== undefined) {
    return raw.map((row) => ({ x: interaction(row), y: measuredIn(row), cluster: row.site ?? "" }));
  }
  return raw.flatMap((row) =>
    ["before", "after"].map((when) => {
      const [treated, post] = [Number(isTrained(row)), Number(when === "after")];
      return { x: [treated, post, treated * post], y: toNumber(row[when]), cluster: row.person ?? "" };
    }),
  );
}

function pretrendRows(raw: readonly Row[]): RegressionRow[] {
  return raw.map((row) => {
    const [treated, period] = [Number(isTrained(row)), toNumber(row.period)];
    return { x: [treated, period, treated * period], y: toNumber(row.y), cluster: row.site ?? "" };
  });
}

function cell(raw: readonly Row[], trained: boolean, post: boolean) {
  return eventsOf(raw.filter((row) => isTrained(row) === trained && isPost(row) === post).map(measuredIn));
}

const countRules: Record<string, "model" | "dispersed" | "clustered"> = {
  poisson: "model",
  quasipoisson: "dispersed",
  "CR_G/(G-1)": "clustered",
};

function evaluateDid({ estimator, se_type = "" }: Row, raw: readonly Row[]): Found | undefined {
  const rule = se_type as ErrorRule;
  switch (estimator) {
    case "did_interaction":
    case "did_lpm":
      return regress(didRows(raw), { rule, level });
    case "pretrend_slope_difference":
      return regress(pretrendRows(raw), { rule, level });
    case "did_site_means_t":
      return compareSiteChanges(
        raw.map((row) => ({
          team: row.site ?? "",
          trained: isTrained(row),
          post: isPost(row),
          value: measuredIn(row),
        })),
        level,
      );
    case "did_change":
      return compareValues({ ...twoArms(raw, changeOf), method: se_type === "welch_t" ? "welch" : "pooled" }, level);
    case "did_prop_wald":
      return compareDidProportions(
        {
          controlBefore: cell(raw, false, false),
          controlAfter: cell(raw, false, true),
          treatedBefore: cell(raw, true, false),
          treatedAfter: cell(raw, true, true),
        },
        level,
      );
    case "did_logit":
      return regressLogit(didRows(raw), level);
    case "did_log_rate": {
      const how = countRules[se_type];
      return how ? regressCounts(countRows(raw, interaction), { rule: how, level }) : notEstimable("not-identified");
    }
    default:
      return undefined;
  }
}

export const did: Answer = (row, raw) => {
  const found = evaluateDid(row, raw);
  return found ? columnsOf(found, { df: 1e-4 }) : {};
};
