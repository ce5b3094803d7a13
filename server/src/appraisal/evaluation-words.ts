import { code, type Message, say } from "../base/message.ts";
import { isPercent } from "../library/unit-bounds.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import type { Effect, Interval, NotEstimable, Observation, Verdict } from "./evaluation-types.ts";

/** A number with the digits that count: three, more where it is large and whole. */
export function digits(value: number): number {
  if (!Number.isFinite(value) || value === 0) return 0;
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** `72.6 %`, `412 s`. */
export function valueWords(value: number, unit: string | undefined): Message {
  return unit === undefined || unit === "currency" ? say`${tidy(value)}` : say`${tidy(value)} ${unit}`;
}

function tidy(value: number): number {
  return Number(value.toPrecision(6));
}

/** `-0.36 points (-0.6 to -0.12)`, `0.46 times as many (0.19 to 1.11)`. */
export function effectWords({ scale, estimate, interval }: Effect, unit: string | undefined): Message {
  const range = intervalWords(interval);
  if (scale === "ratio") return say`${digits(estimate)} times as many (${range})`;
  return say`${distance(estimate, unit)} (${range})`;
}

export function intervalWords({ low, high }: Interval): Message {
  return say`${digits(low)} to ${digits(high)}`;
}

function rangeWords({ scale, interval }: Effect, unit: string | undefined): Message {
  if (scale === "ratio") return say`${digits(interval.low)} to ${digits(interval.high)} times as many`;
  return say`${digits(interval.low)} to ${distance(interval.high, unit)}`;
}

/** A difference with its sign. */
function distance(value: number, unit: string | undefined): Message {
  const number = value > 0 ? say`+${digits(value)}` : say`${digits(value)}`;
  if (isPercent(unit)) return say`${number} points`;
  return unit === undefined || unit === "currency" ? say`${number}` : say`${number} ${unit}`;
}

export function designWords(design: Effect["design"]): Message {
  switch (design) {
    case "difference-in-differences":
      return say`change of the trained group less that of the comparison group`;
    case "two-groups-after":
      return say`trained group against comparison group, after launch`;
    case "before-after":
      return say`trained group, after launch against before`;
    case "trend-line":
      return say`months after launch against the earlier trend`;
  }
}

interface Facts {
  readonly measure: Measure;
  readonly effect: Effect | NotEstimable;
  readonly before: Observation | undefined;
  readonly after: Observation | undefined;
  readonly verdict: Verdict;
  readonly level: number;
}

/** What the numbers allow to say of a measure, and what they do not. */
export function whatMayBeSaid(
  context: Context,
  { measure, effect, before, after, verdict, level }: Facts,
): { readonly may: readonly Message[]; readonly mayNot: readonly Message[] } {
  const { id, unit } = measure;
  if (effect.kind === "not-estimable") {
    const mayNot = after
      ? [say`Whether ${code(id)} has changed by more than chance: not estimable, because ${effect.because}.`]
      : [];
    return { may: [], mayNot };
  }
  const words = effectWords(effect, unit);
  const percent = Math.round(level * 1000) / 10;
  const may: Message[] = [];
  const mayNot: Message[] = [];
  if (effect.design === "trend-line") {
    may.push(
      verdict === "not-shown"
        ? say`${code(id)} may have kept to its earlier trend: the average distance from it is ${words}.`
        : say`${code(id)} has left its earlier trend by ${words}.`,
    );
  } else if (effect.design === "before-after") {
    const from = before ? valueWords(before.value, unit) : say`what it was`;
    const to = after ? valueWords(after.value, unit) : say`what it is`;
    may.push(say`${code(id)} went from ${from} to ${to}, a change of ${words} at ${percent} % confidence.`);
  } else if (effect.design === "two-groups-after") {
    may.push(
      say`After launch the trained group and the comparison group differ by ${words} at ${percent} % confidence.`,
    );
  } else {
    may.push(say`Compared with the other group, the change is ${words} at ${percent} % confidence.`);
  }
  if (verdict === "not-shown") {
    mayNot.push(
      effect.refused
        ? say`That it has changed at all: ${effect.refused}.`
        : say`That the program has no effect: changes from ${rangeWords(effect, unit)} are not excluded.`,
    );
  }
  const cause = causeWords(context, measure, effect);
  if (cause.may && verdict === "improved") may.push(cause.may);
  if (cause.mayNot) mayNot.push(cause.mayNot);
  return { may, mayNot };
}

function causeWords(
  context: Context,
  measure: Measure,
  { design }: Effect,
): { readonly may?: Message; readonly mayNot?: Message } {
  const assigned = context.measurement?.compare?.assigned?.value;
  if (design === "before-after") {
    return { mayNot: say`That the training caused it: nobody knows what would have happened without it.` };
  }
  if (design === "trend-line") {
    return { mayNot: say`That the training caused it: whatever else changed in the same months would look the same.` };
  }
  if (assigned === "random") {
    return {
      may: say`As the groups were drawn by lot, the difference can be put down to the program, unless something else reached only one of them.`,
    };
  }
  if (design === "two-groups-after") {
    return { mayNot: say`That the training caused it: the groups may have differed before.` };
  }
  const other =
    measure.is === "metric"
      ? say`without the program both groups would have changed alike`
      : say`both would have changed alike`;
  return { mayNot: say`That the training caused it without saying so: it holds if ${other}, which no test can prove.` };
}
