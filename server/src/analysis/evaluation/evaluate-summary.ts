import type { NotEstimable } from "../result.ts";
import type { FourCells } from "./did-summary.ts";
import { compareDidMeans, compareDidProportions, compareDidProportionsMover, compareDidRates } from "./did-summary.ts";
import type { Estimate, LowerBound } from "./estimate.ts";
import { compareMeans, comparePairedMoments, type Moments, type PairedMoments } from "./means.ts";
import { type PairedEvents, pairedExactTest, pairedNewcombe } from "./paired-proportions.ts";
import { type Events, exactProportionTest, newcombe, type TwoGroupEvents, wilson } from "./proportions.ts";
import { type Count, conditionalRateRatio, garwood, logRateRatio, type TwoCounts } from "./rates.ts";

/** Results of a study in summary form, one kind per shape. 1 or first is before or control. */
export type Summary =
  | ({ readonly kind: "one-proportion" } & Events)
  | ({ readonly kind: "two-proportions" } & TwoGroupEvents)
  | ({ readonly kind: "paired-proportions" } & PairedEvents)
  | { readonly kind: "two-means"; readonly first: Moments; readonly second: Moments }
  | ({ readonly kind: "paired-means" } & PairedMoments)
  | ({ readonly kind: "one-rate" } & Count)
  | ({ readonly kind: "two-rates"; readonly phi: number } & TwoCounts)
  | ({ readonly kind: "did-means" } & FourCells<Moments>)
  | ({ readonly kind: "did-proportions" } & FourCells<Events>)
  | ({ readonly kind: "did-rates"; readonly phi: number } & FourCells<Count>);

/** An estimate and the name of the method that the rules chose, to be printed beside it. */
export type Evaluation =
  | ((Estimate | LowerBound) & { readonly interval: string; readonly test?: string })
  | NotEstimable;

/**
 * The headline analysis of a summary: Wilson, Newcombe (p by pooled z, or mid-p when
 * an expected count is below 5), paired Newcombe with mid-p McNemar, Welch, paired t, Garwood, and for rate ratios the
 * conditional mid-p under 20 events, log-Wald otherwise. Differences in differences of means from panels are `two-means`
 * of the changes. Never say "no effect" from its p-value: say what the interval does not exclude.
 */
export function evaluateSummary(summary: Summary, level: number): Evaluation {
  switch (summary.kind) {
    case "one-proportion":
      return named(wilson(summary, level), "Wilson");
    case "two-proportions":
      return evaluateProportions(summary, level);
    case "paired-proportions":
      return replaceP(pairedNewcombe(summary, level), pairedExactTest(summary, "mid-p"), {
        interval: "Newcombe paired",
        test: "mid-P McNemar",
      });
    case "two-means":
      return named(compareMeans({ ...summary, method: "welch" }, level), "Welch t", "Welch t");
    case "paired-means":
      return named(comparePairedMoments(summary, level), "paired t", "paired t");
    case "one-rate":
      return named(garwood(summary, level), "Garwood");
    case "two-rates":
      return evaluateRates(summary, level);
    case "did-means":
      return named(compareDidMeans({ ...summary, method: "welch" }, level), "Welch t", "Welch t");
    case "did-proportions":
      return replaceP(compareDidProportionsMover(summary, level), compareDidProportions(summary, level), {
        interval: "MOVER of two Newcombe",
        test: "Wald z",
      });
    case "did-rates":
      return named(compareDidRates(summary, level), "log Wald", "log Wald");
  }
}

function named(found: Estimate | LowerBound | NotEstimable, interval: string, test?: string): Evaluation {
  if (found.kind === "not-estimable") return found;
  return test === undefined ? { ...found, interval } : { ...found, interval, test };
}

/** The interval of one method with the p-value of another; the statistic of the first would not belong to that p. */
function replaceP(
  found: Estimate | NotEstimable,
  other: Estimate | NotEstimable,
  names: { interval: string; test: string },
): Evaluation {
  if (found.kind === "not-estimable") return found;
  const { statistic: _, p: __, ...kept } = found;
  if (other.kind === "not-estimable" || other.p === undefined) return { ...kept, interval: names.interval };
  return { ...kept, p: other.p, ...names };
}

function evaluateProportions(groups: TwoGroupEvents, level: number): Evaluation {
  const { first, second } = groups;
  const share = (first.events + second.events) / (first.cases + second.cases);
  const fewest = Math.min(share, 1 - share) * Math.min(first.cases, second.cases);
  const score = newcombe(groups, level);
  if (fewest >= 5) return named(score, "Newcombe", "pooled z");
  const exact = score.kind === "estimate" && score.p === undefined ? score : exactProportionTest(groups, "mid-p");
  return replaceP(score, exact, { interval: "Newcombe", test: "mid-P" });
}

function evaluateRates(counts: TwoCounts & { readonly phi: number }, level: number): Evaluation {
  const few = Math.min(counts.first.events, counts.second.events) < 20;
  if (few && counts.phi === 1) {
    return named(conditionalRateRatio({ ...counts, rule: "mid-p" }, level), "conditional mid-P", "conditional mid-P");
  }
  return named(logRateRatio(counts, level), "log Wald", "log Wald");
}
