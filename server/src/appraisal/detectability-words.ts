import { code, listOf, type Message, type MessageValue, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { clustersWords, distanceWords, roughly, roundedUp } from "./amount-words.ts";
import type { Detectable } from "./detectability.ts";
import { type WayOut, waysOut } from "./ways-out.ts";

/** `With 48,000 cases per group in 48 teams`: what the plan rests on. */
export function basisWords(context: Context, { plan }: Detectable): Message {
  const { before, after, clusters, design, metric } = plan;
  if (design === "trend-line") return say`With ${before.value} months before and ${after.value} after launch`;
  const what = metric === "rate" ? say`an exposure of ${roughly(after.value)}` : say`${roughly(after.value)} cases`;
  if (design === "before-after" || design === "before-after-same") {
    return before.value === after.value
      ? say`With ${what} before and after`
      : say`With ${roughly(before.value)} before and ${what} after`;
  }
  if (!clusters) return say`With ${what} per group`;
  return say`With ${what} per group in ${clustersWords(clusters.value, context.measurement?.compare?.by?.value)}`;
}

/** `a change of 5.1 points or more`. */
export function changeSeenWords({ best }: Detectable, unit: string | undefined): Message {
  return best === undefined
    ? say`no change of any size`
    : say`a change of ${distanceWords(roundedUp(best), unit)} or more`;
}

/** The ways out in one sentence; that there is none is said as well. */
export function waysOutWords(context: Context, measure: Measure, found: Detectable): Message {
  const ways = waysOut(context, measure, found).map((way) => wayWords(way, measure.unit, found));
  if (ways.length === 0)
    return say`No number of cases in this design is enough: choose another design, or judge the program by something nearer to the training.`;
  return say`Ways out: ${inARow(ways)}.`;
}

function inARow(parts: readonly Message[]): Message {
  const [first, second, ...more] = parts;
  if (!first) return say``;
  if (!second) return first;
  return inARow([say`${first}; ${second}`, ...more]);
}

function wayWords(way: WayOut, unit: string | undefined, { plan }: Detectable): Message {
  switch (way.kind) {
    case "cases": {
      const number = roundedUp(way.perGroup);
      if (plan.metric === "rate") return say`an exposure of about ${number} in each window`;
      const alone = plan.design.startsWith("before-after");
      return alone ? say`about ${number} cases before and after` : say`about ${number} cases per group`;
    }
    case "window":
      return say`a window of about ${way.months} months`;
    case "months-after":
      return say`${way.months} months after launch`;
    case "clusters":
      return say`${way.clusters} groups of the same size in all`;
    case "after-only":
      return say`groups drawn by lot compared after launch alone, which sees ${distanceWords(roundedUp(way.change), unit)}`;
    case "same-people":
      return say`the same people measured before and after, which sees about ${distanceWords(roundedUp(way.change), unit)} if the two values correlate by 0.5`;
    case "baseline-adjusted":
      return say`an analysis of the later value adjusted for the earlier one, which sees about ${distanceWords(roundedUp(way.change), unit)}`;
    case "closer-indicator":
      return say`judge by what moves first and can be seen, ${listed(way.measures)}`;
  }
}

function listed(names: readonly string[]): MessageValue {
  return names.length === 1 ? code(names[0] ?? "") : listOf(names);
}
