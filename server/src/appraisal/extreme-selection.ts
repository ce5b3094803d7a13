import { normalQuantile } from "../analysis/numeric/distributions.ts";
import { regressionToMean } from "../analysis/planning/regression-to-mean.ts";
import { type Message, say } from "../base/message.ts";
import type { Audience } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import { distanceWords, roughly } from "./amount-words.ts";
import { ASSUMED } from "./input.ts";

/** People who seem to be trained because their values were bad. */
export interface ExtremeSelection {
  readonly audience: Audience;
  /** The share of all that they are, 0 to 1, where the words say it: `bottom quartile`. */
  readonly share: number | undefined;
}

/** Whether the words of an audience say so, in English alone. */
export function extremeSelectionOf(context: Context, audience: Audience): ExtremeSelection | undefined {
  if (!audience.role || !context.settings.languages.includes("en")) return undefined;
  const words = WORST.exec(audience.role.value)?.[0];
  return words === undefined ? undefined : { audience, share: shareIn(words) };
}

/** Whether people who were as bad are compared, so that both get better by themselves. */
export function hasLikeGroup({ measurement }: Context): boolean {
  const { design, compare } = measurement ?? {};
  const isCompared = design?.value === "control-group" || design?.value === "staggered-rollout";
  const assigned = compare?.assigned?.value;
  return isCompared && (assigned === "random" || assigned === "matched");
}

/**
 * How far the mean of people picked from the worst `share` moves towards the others untrained (Barnett 2005): at least
 * `6.4 s`, because the spread among those picked is less than among all, with what the guess of the correlation makes of
 * it. Undefined where the spec carries no such number: the share or the spread between people is not stated.
 */
export function driftWords(context: Context, measure: Measure, selection: ExtremeSelection): Message | undefined {
  const { share, audience } = selection;
  const { baseline, unit } = measure;
  const [sd, n, size] = [baseline?.sd?.value, baseline?.n?.value, audience.size?.value];
  const isMean = measure.is === "metric" && context.metrics.get(measure.id)?.kind?.value === "mean";
  // A spread of calls or orders is not one of people.
  const isOfPeople = n !== undefined && size !== undefined && n <= size;
  if (!isMean || !isOfPeople || share === undefined || sd === undefined) return undefined;
  const driftAt = (rho: number): number | undefined => {
    const found = regressionToMean({ mean: 0, sd, rho, cut: sd * normalQuantile(share), selected: "below" });
    return found.kind === "regression-to-mean" ? roughly(Math.abs(found.change)) : undefined;
  };
  const { value, range } = ASSUMED.correlation;
  const [likely, most, least] = [value, range?.low ?? value, range?.high ?? value].map(driftAt);
  if (likely === undefined || most === undefined || least === undefined) return undefined;
  return say`at least ${distanceWords(likely, unit)} (${least} to ${distanceWords(most, unit)}, where two values of one person correlate by ${range?.high ?? value} to ${range?.low ?? value}, which is a guess)`;
}

function shareIn(words: string): number | undefined {
  const percent = /(\d+)\s*%/.exec(words)?.[1];
  if (percent !== undefined) return Number(percent) > 0 && Number(percent) < 100 ? Number(percent) / 100 : undefined;
  const name = /half|third|quarter|quartile|quintile|decile/i.exec(words)?.[0].toLowerCase();
  return name === undefined ? undefined : SHARES.get(name);
}

const SHARES: ReadonlyMap<string, number> = new Map([
  ["half", 1 / 2],
  ["third", 1 / 3],
  ["quarter", 1 / 4],
  ["quartile", 1 / 4],
  ["quintile", 1 / 5],
  ["decile", 1 / 10],
]);

const WORST =
  /\b(bottom\s+(\d+\s*%|\d+|ten|half|third|quarter|quartile|quintile|decile|performers?)|(lowest|worst|poorest|weakest)[ -](\w+[ -])?(performing|performers?|scoring|scores?|results?|rated|quartile|quarter|third|half|decile|quintile|\d+\s*%|\d+)|under-?perform(ers?|ing)|(low|poor|weak)[ -](performers|performing|scorers|scoring)|below[ -]target|missed\s+(their\s+)?(quota|target))(?!\w)/i;
