import { checkCorrelation, checkCounts, checkFinite, checkLevel } from "../checks.ts";
import { dot, sum } from "../numeric/matrix.ts";
import { firstOf, type NotEstimable, notEstimable, type Reason } from "../result.ts";
import { type Estimate, summarise, summariseRatio } from "./estimate.ts";

/** Mean, standard deviation (n − 1) and number of people. */
export interface Moments {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

/**
 * Difference of two means, second − first: Welch's t (unequal SDs, the headline) or the pooled t. A group of one has no
 * SD, and two groups without any variation have no standard error: both are not estimable.
 */
export function compareMeans(
  groups: { readonly first: Moments; readonly second: Moments; readonly method: "welch" | "pooled" },
  level: number,
): Estimate | NotEstimable {
  const { first, second, method } = groups;
  const fault = firstOf(checkLevel(level), checkMoments(first), checkMoments(second));
  if (fault) return notEstimable(fault);
  const parts = [first, second].map(({ sd, n }) => ({ variance: sd ** 2 / n, df: n - 1, sum: sd ** 2 * (n - 1) }));
  const estimate = second.mean - first.mean;
  if (method === "welch") return summarise({ estimate, ...satterthwaite(parts) }, level);
  const df = first.n + second.n - 2;
  const pooled = sum(parts.map((part) => part.sum)) / df;
  return summarise({ estimate, se: Math.sqrt(pooled * (1 / first.n + 1 / second.n)), df }, level);
}

/** Standard error of a sum of independent parts and its Welch–Satterthwaite degrees of freedom. */
export function satterthwaite(parts: readonly { variance: number; df: number }[]): { se: number; df: number } {
  const variance = sum(parts.map((part) => part.variance));
  return { se: Math.sqrt(variance), df: variance ** 2 / sum(parts.map((part) => part.variance ** 2 / part.df)) };
}

/** Two measurements of the same people by their moments; `rho` is the correlation between the two. */
export interface PairedMoments {
  readonly n: number;
  readonly mean1: number;
  readonly sd1: number;
  readonly mean2: number;
  readonly sd2: number;
  readonly rho: number;
}

/** Paired t on after − before, the SD of the change from both SDs and their correlation. */
export function comparePairedMoments(pairs: PairedMoments, level: number): Estimate | NotEstimable {
  const { n, mean1, sd1, mean2, sd2, rho } = pairs;
  const fault = firstOf(
    checkLevel(level),
    checkMoments({ mean: mean1, sd: sd1, n }),
    checkMoments({ mean: mean2, sd: sd2, n }),
    checkCorrelation(rho),
  );
  if (fault) return notEstimable(fault);
  const change = Math.sqrt(Math.max(0, sd1 ** 2 + sd2 ** 2 - 2 * rho * sd1 * sd2));
  return summarise({ estimate: mean2 - mean1, se: change / Math.sqrt(n), df: n - 1 }, level);
}

/** What is wrong with a group's moments: values, whole size, at least two people, no negative SD. */
export function checkMoments({ mean, sd, n }: Moments): Reason | undefined {
  return firstOf(
    checkFinite(mean),
    checkCounts(n),
    n >= 2 ? undefined : "too-few",
    sd >= 0 && sd < Infinity ? undefined : "sd-not-positive",
  );
}

/** Moments of a list of finite values; the SD of one value, of none, or of equal ones up to rounding is 0. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = n === 0 ? 0 : sum(values) / n;
  const around = values.map((value) => value - mean);
  const sd = n < 2 ? 0 : Math.sqrt(dot(around, around) / (n - 1));
  return { mean, sd: sd > 1e-13 * Math.abs(mean) ? sd : 0, n };
}

/** Welch or pooled t on two lists of values. */
export function compareValues(
  groups: {
    readonly first: readonly number[];
    readonly second: readonly number[];
    readonly method: "welch" | "pooled";
  },
  level: number,
): Estimate | NotEstimable {
  const fault = checkFinite(...sample(groups.first), ...sample(groups.second));
  if (fault) return notEstimable(fault);
  return compareMeans({ ...groups, first: momentsOf(groups.first), second: momentsOf(groups.second) }, level);
}

/** A list too long to spread into arguments is checked by one value that is a number only if all are. */
function sample(values: readonly number[]): number[] {
  return [sum(values.map((value) => (Number.isFinite(value) ? 0 : Number.NaN)))];
}

/** Ratio of geometric means: Welch t on logs. For skewed, positive values; it answers about ratios, not differences. */
export function compareLogs(
  groups: { readonly first: readonly number[]; readonly second: readonly number[] },
  level: number,
): Estimate | NotEstimable {
  const logs = { first: groups.first.map(Math.log), second: groups.second.map(Math.log) };
  if ([...logs.first, ...logs.second].some((value) => !Number.isFinite(value)))
    return notEstimable("value-not-positive");
  const found = compareValues({ ...logs, method: "welch" }, level);
  if (found.kind === "not-estimable" || found.se === undefined) return found;
  const { estimate, se, df } = found;
  return summariseRatio(df === undefined ? { estimate, se } : { estimate, se, df }, level);
}

/** Two values per person; `undefined` where one is missing. */
export interface Pair {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Paired t on the people with both values. `df` + 1 people were used. */
export function comparePairs(pairs: readonly Pair[], level: number): Estimate | NotEstimable {
  const changes = completePairs(pairs).map(({ before, after }) => after - before);
  const fault = firstOf(checkLevel(level), checkFinite(...sample(changes)), changes.length < 2 ? "too-few" : undefined);
  if (fault) return notEstimable(fault);
  const { mean, sd, n } = momentsOf(changes);
  return summarise({ estimate: mean, se: sd / Math.sqrt(n), df: n - 1 }, level);
}

/** Pearson correlation of the complete pairs: the `rho` of the next plan. Not estimable when one side never varies. */
export function correlate(pairs: readonly Pair[]): Estimate | NotEstimable {
  const complete = completePairs(pairs);
  if (complete.length < 3) return notEstimable("too-few");
  const [x, y] = [momentsOf(complete.map(({ before }) => before)), momentsOf(complete.map(({ after }) => after))];
  if (!(x.sd > 0 && y.sd > 0)) return notEstimable("no-variation");
  const products = complete.map(({ before, after }) => (before - x.mean) * (after - y.mean));
  const estimate = sum(products) / (x.n - 1) / (x.sd * y.sd);
  return Number.isFinite(estimate) ? { kind: "estimate", estimate } : notEstimable("not-a-number");
}

function completePairs(pairs: readonly Pair[]): { before: number; after: number }[] {
  return pairs.flatMap(({ before, after }) => (before === undefined || after === undefined ? [] : [{ before, after }]));
}
