import {
  compareDidMeans,
  compareDidProportions,
  compareDidProportionsMover,
  compareDidRates,
} from "../../../../server/src/analysis/evaluation/did-summary.ts";
import type { Estimate, LowerBound } from "../../../../server/src/analysis/evaluation/estimate.ts";
import { compareMeans, comparePairedMoments } from "../../../../server/src/analysis/evaluation/means.ts";
import {
  bonettPrice,
  pairedExactTest,
  pairedNewcombe,
} from "../../../../server/src/analysis/evaluation/paired-proportions.ts";
import {
  clopperPearson,
  continuityWald,
  exactProportionTest,
  newcombe,
  riskRatio,
  wilson,
} from "../../../../server/src/analysis/evaluation/proportions.ts";
import { conditionalRateRatio, garwood, logRateRatio } from "../../../../server/src/analysis/evaluation/rates.ts";
import type { NotEstimable } from "../../../../server/src/analysis/result.ts";
import { type Answer, type Given, type Row, toNumber } from "./cell.ts";

/** What an evaluation may be off by, per column; df of CR2 and fits by likelihood are given more. */
export interface Slack {
  readonly rel?: number;
  readonly df?: number;
  readonly p?: number;
  readonly pAbs?: number;
}

/** The output columns that all evaluation tables share. */
export function columnsOf(
  found: Estimate | LowerBound | NotEstimable,
  { rel = 1e-6, df = 1e-6, p = 1e-5, pAbs = 0 }: Slack = {},
): Readonly<Record<string, Given>> {
  const near = (value: number | undefined): Given => ({ value, rel, abs: 1e-9 });
  const chance = (value: number | undefined): Given => ({ value, rel: p, abs: pAbs });
  switch (found.kind) {
    case "not-estimable":
      return { estimate: near(undefined), p_value: chance(undefined) };
    case "lower-bound":
      return {
        estimate: near(Infinity),
        ci_low: near(found.low),
        ci_high: near(Infinity),
        p_value: chance(found.p),
      };
    case "estimate":
      return {
        estimate: near(found.estimate),
        se: near(found.se),
        ci_low: near(found.low),
        ci_high: near(found.high),
        statistic: near(found.statistic),
        df: { value: found.df, rel: df },
        p_value: chance(found.p),
      };
  }
}

const methods: Record<string, (row: Row, level: number) => Estimate | LowerBound | NotEstimable> = {
  prop_wilson: (row, level) => wilson(eventsOf(row, "1"), level),
  prop_clopper_pearson: (row, level) => clopperPearson(eventsOf(row, "1"), level),
  prop_diff_newcombe: (row, level) => newcombe(twoEvents(row), level),
  prop_diff_wald_cc: (row, level) => continuityWald(twoEvents(row), level),
  prop_fisher: (row) => exactProportionTest(twoEvents(row), "fisher"),
  prop_midp: (row) => exactProportionTest(twoEvents(row), "mid-p"),
  prop_ratio_katz: (row, level) => riskRatio(twoEvents(row), level),
  mcnemar_newcombe: (row, level) => pairedNewcombe(pairsOf(row), level),
  mcnemar_bonett_price: (row, level) => bonettPrice(pairsOf(row), level),
  mcnemar_exact: (row) => pairedExactTest(pairsOf(row), "exact"),
  mcnemar_midp: (row) => pairedExactTest(pairsOf(row), "mid-p"),
  mean_welch: (row, level) => compareMeans({ ...twoMoments(row), method: "welch" }, level),
  mean_pooled: (row, level) => compareMeans({ ...twoMoments(row), method: "pooled" }, level),
  mean_paired: (row, level) =>
    comparePairedMoments(
      {
        n: toNumber(row.n1),
        mean1: toNumber(row.mean1),
        sd1: toNumber(row.sd1),
        mean2: toNumber(row.mean2),
        sd2: toNumber(row.sd2),
        rho: toNumber(row.rho),
      },
      level,
    ),
  rate_garwood: (row, level) => garwood(countOf(row, "1"), level),
  rate_ratio_exact: (row, level) => conditionalRateRatio({ ...twoCounts(row), rule: "exact" }, level),
  rate_ratio_midp: (row, level) => conditionalRateRatio({ ...twoCounts(row), rule: "mid-p" }, level),
  rate_ratio_log_wald: (row, level) => logRateRatio({ ...twoCounts(row), phi: toNumber(row.phi) }, level),
  did_mean_welch: (row, level) => compareDidMeans({ ...fourCells(row, momentsOf), method: "welch" }, level),
  did_mean_pooled: (row, level) => compareDidMeans({ ...fourCells(row, momentsOf), method: "pooled" }, level),
  did_prop_wald: (row, level) => compareDidProportions(fourCells(row, cellEvents), level),
  did_prop_mover: (row, level) => compareDidProportionsMover(fourCells(row, cellEvents), level),
  did_rate_log_wald: (row, level) => compareDidRates({ ...fourCells(row, cellCount), phi: toNumber(row.phi) }, level),
  did_change_welch: (row, level) => compareMeans({ ...twoMoments(row), method: "welch" }, level),
};

export const eval_summary: Answer = (row) => {
  const found = methods[row.method ?? ""]?.(row, toNumber(row.conf));
  // Without discordant pairs p is undefined; the references leave it empty or say 1.
  if (found?.kind === "not-estimable" && found.because === "no-discordant-pairs") return { p_value: { value: 1 } };
  return found ? columnsOf(found) : {};
};

function eventsOf(row: Row, group: string) {
  return { events: toNumber(row[`x${group}`]), cases: toNumber(row[`n${group}`]) };
}

function twoEvents(row: Row) {
  return { first: eventsOf(row, "1"), second: eventsOf(row, "2") };
}

function pairsOf(row: Row) {
  const [yesYes, yesNo] = [toNumber(row.yes_yes), toNumber(row.yes_no)];
  return { yesYes, yesNo, noYes: toNumber(row.no_yes), noNo: toNumber(row.no_no) };
}

function twoMoments(row: Row) {
  const group = (i: string) => ({
    mean: toNumber(row[`mean${i}`]),
    sd: toNumber(row[`sd${i}`]),
    n: toNumber(row[`n${i}`]),
  });
  return { first: group("1"), second: group("2") };
}

function countOf(row: Row, group: string) {
  return { events: toNumber(row[`x${group}`]), exposure: toNumber(row[`t${group}`]) };
}

function twoCounts(row: Row) {
  return { first: countOf(row, "1"), second: countOf(row, "2") };
}

function fourCells<Cell>(row: Row, cell: (row: Row, name: string) => Cell) {
  return {
    controlBefore: cell(row, "cb"),
    controlAfter: cell(row, "ca"),
    treatedBefore: cell(row, "tb"),
    treatedAfter: cell(row, "ta"),
  };
}

function momentsOf(row: Row, cell: string) {
  return { mean: toNumber(row[`${cell}_mean`]), sd: toNumber(row[`${cell}_sd`]), n: toNumber(row[`${cell}_n`]) };
}

function cellEvents(row: Row, cell: string) {
  return { events: toNumber(row[`${cell}_x`]), cases: toNumber(row[`${cell}_n`]) };
}

function cellCount(row: Row, cell: string) {
  return { events: toNumber(row[`${cell}_x`]), exposure: toNumber(row[`${cell}_t`]) };
}
