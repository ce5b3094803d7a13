import { code, type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { clustersWords, distanceWords, roughly, roundedUp, tidy } from "./amount-words.ts";
import type { Design } from "./design-plan.ts";
import { casesNeeded, type Detectable, powerAtTarget, seesTarget } from "./detectability.ts";
import { changeSeenWords, waysOutWords } from "./detectability-words.ts";
import type { Input } from "./input.ts";
import { powerAtChange } from "./solve-plan.ts";

/** What a plan can see of a measure, line by line with the numbers that it rests on. */
export function workingWords(context: Context, measure: Measure, found: Detectable): readonly Message[] {
  const { plan } = found;
  return [
    say`**This plan can see ${changeSeenWords({ ...found, best: found.change }, measure.unit)}**${rangeWords(found, measure.unit)}.`,
    ...targetWords(context, measure, found),
    say`Compared: ${designWords(plan.design)}. ${sizesWords(context, found)}`,
    ...spreadWords(found),
    say`Risk of a false alarm ${inputWords(plan.alpha)}, chance asked for ${inputWords(plan.power)}; method: ${found.method}.`,
    limitsWords(plan.design),
  ];
}

function rangeWords({ change, best, worst }: Detectable, unit: string | undefined): Message {
  if (best === worst || best === undefined || change === undefined) return say``;
  const most = worst === undefined ? say`more than there can be` : distanceWords(roundedUp(worst), unit);
  return say`, from ${distanceWords(roundedUp(best), unit)} to ${most} by what is guessed`;
}

function targetWords(context: Context, measure: Measure, found: Detectable): readonly Message[] {
  const { promised, plan, guess } = found;
  if (promised === undefined) return [];
  const power = powerAtTarget(found);
  const asked = distanceWords(tidy(promised), measure.unit);
  const expected = context.money?.expectedChange?.items.find(({ id }) => id.value === measure.id)?.of.value.likely;
  const expectedPower =
    expected !== undefined && expected > 0 ? powerAtChange(plan, guess, expected / plan.scale) : undefined;
  return [
    power === undefined
      ? say`The target asks for ${asked}.`
      : say`The target asks for ${asked}: it is seen with a chance of ${percent(power)} if it comes.`,
    ...(expected === undefined || expectedPower === undefined || expected === promised
      ? []
      : [
          say`The likely change under ${code("expected-change")}, ${distanceWords(expected, measure.unit)}, is seen with a chance of ${percent(expectedPower)}.`,
        ]),
    ...neededWords(found),
    ...(seesTarget(found, 0.05) === "no" ? [waysOutWords(context, measure, found)] : []),
  ];
}

function neededWords(found: Detectable): readonly Message[] {
  const needed = casesNeeded(found);
  if (needed === undefined) return [];
  const { design, metric } = found.plan;
  const number = roundedUp(needed);
  if (design === "trend-line") return [say`It takes ${needed} months after launch to see it.`];
  if (metric === "rate") return [say`It takes an exposure of about ${number} in each window to see it.`];
  return design.startsWith("before-after")
    ? [say`It takes about ${number} cases before and after to see it.`]
    : [say`It takes about ${number} cases per group to see it.`];
}

function percent(share: number): Message {
  if (share > 0.99) return say`more than 99 %`;
  return share < 0.01 ? say`less than 1 %` : say`${Math.round(share * 100)} %`;
}

function sizesWords(context: Context, { plan, designEffect }: Detectable): Message {
  const { before, after, clusters, icc, design } = plan;
  if (design === "trend-line") return say`Months before launch ${inputWords(before)}, after it ${inputWords(after)}.`;
  const sizes = say`Cases before ${inputWords(before)}, after ${inputWords(after)}`;
  if (!clusters) {
    return plan.atBest
      ? say`${sizes}, as if each stood alone: whole groups are assigned, so what can be seen is larger than this.`
      : say`${sizes}, taken as independent of each other.`;
  }
  const size = roughly(after.value / (clusters.value / 2));
  const groups = clustersWords(clusters.value, context.measurement?.compare?.by?.value);
  if (!icc || designEffect <= 1) return say`${sizes}, one in each of ${groups} on both sides together.`;
  return say`${sizes}, in ${groups} on both sides together: ${size} cases each, alike by ${inputWords(icc)}, so ${Number(designEffect.toPrecision(3))} of them count as one that stands alone and the group is worth ${roughly(after.value / designEffect)}.`;
}

function spreadWords({ plan }: Detectable): readonly Message[] {
  const words: Message[] = [];
  if (plan.sd) {
    words.push(
      plan.design === "trend-line"
        ? say`Spread of the monthly values ${inputWords({ ...plan.sd, value: plan.sd.value * plan.scale })}.`
        : say`Spread of single values ${inputWords(plan.sd)}.`,
    );
  }
  if (plan.correlation)
    words.push(
      plan.design === "trend-line"
        ? say`Likeness of neighboring months ${inputWords(plan.correlation)}.`
        : say`Correlation of two measurements of the same people ${inputWords(plan.correlation)}.`,
    );
  return words;
}

function inputWords({ value, from, range }: Input): Message {
  const number = Number(value.toPrecision(4));
  if (from === "stated") return say`${code(String(number))}`;
  if (from === "derived") return say`${number} (computed)`;
  return range
    ? say`${number} (a guess; ${range.low} to ${range.high} is common)`
    : say`${number} (nobody said otherwise)`;
}

function designWords(design: Design): Message {
  switch (design) {
    case "two-groups-after":
      return say`two groups after launch`;
    case "difference-in-differences":
      return say`the change in the trained group with that in the comparison group, other cases before and after`;
    case "difference-in-differences-same":
      return say`the change in the trained group with that in the comparison group, the same people before and after`;
    case "before-after":
      return say`before with after, other cases each time`;
    case "before-after-same":
      return say`before with after, the same people each time`;
    case "trend-line":
      return say`the months after launch with the trend before it`;
  }
}

function limitsWords(design: Design): Message {
  const alone = design === "trend-line" || design.startsWith("before-after");
  return alone
    ? say`_This weighs chance alone. A difference here says that something changed, not that the program did it; drop-outs, seasons and other changes are in no formula._`
    : say`_This weighs chance alone: drop-outs, mixing of the groups and other changes are in no formula, and no size is more precise than 10 %._`;
}
