import { distanceWords, roundedUp } from "../appraisal/amount-words.ts";
import { type Detectability, detectabilityOf, seesTarget } from "../appraisal/detectability.ts";
import { forecastOf } from "../appraisal/forecast.ts";
import { type Derived, money } from "../appraisal/forecast-figure.ts";
import { oddsOf } from "../appraisal/forecast-odds.ts";
import { code, type Message, render, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Consequence } from "./change.ts";
import type { Names } from "./names.ts";

/** What all changes of a program together, in the keys that changed, do to its forecast and to what its plan can see. */
export function consequencesOf(
  before: Context,
  after: Context,
  { names, changed }: { readonly names: Names; readonly changed: ReadonlySet<string> },
): Consequence[] {
  const mayMove = (keys: readonly string[]): boolean => keys.some((key) => changed.has(key));
  const rows = [
    ...(mayMove(BEHIND_FORECAST) ? forecastRows(before, after) : []),
    ...(mayMove(BEHIND_PLAN) ? detectionRows(before, after, names) : []),
  ];
  return rows.filter((row) => render(row.before) !== render(row.after));
}

/** Keys of a program that its forecast rests on, and what its measurement plan rests on. */
const BEHIND_FORECAST: readonly string[] = ["money", "metrics", "rates", "need", "tier"];
const BEHIND_PLAN: readonly string[] = ["measurement", "metrics", "behaviors", "launch"];

function forecastRows(before: Context, after: Context): Consequence[] {
  const [a, b] = [moneyWords(before), moneyWords(after)];
  return [
    { subject: a.isSimulated && b.isSimulated ? say`Net (P50)` : say`Net`, before: a.net, after: b.net },
    { subject: say`Chance of paying back`, before: a.chance, after: b.chance },
  ];
}

interface MoneyWords {
  readonly net: Message;
  readonly chance: Message;
  readonly isSimulated: boolean;
}

function moneyWords(context: Context): MoneyWords {
  const forecast = forecastOf(context);
  const unknown = say`not estimable`;
  if (forecast?.kind !== "forecast") return { net: say`no forecast`, chance: say`no forecast`, isSimulated: false };
  const odds = oddsOf(forecast);
  if (odds.kind !== "odds")
    return { net: figureWords(forecast.net, forecast.currency), chance: unknown, isSimulated: false };
  return {
    isSimulated: true,
    net: money(odds.net.p50, forecast.currency),
    chance: say`${Math.round(odds.chanceOfPayback * 100)} %`,
  };
}

function figureWords(derived: Derived, currency: string | undefined): Message {
  return derived.kind === "figure" ? money(derived.value, currency) : say`not estimable because ${derived.because}`;
}

function detectionRows(before: Context, after: Context, names: Names): Consequence[] {
  return before.measures.flatMap((measure) => {
    const id = names.after("measure", measure.id);
    const other = after.measures.find((each) => each.id === id && each.is === measure.is);
    if (!other || (!measure.target && !other.target)) return [];
    return [
      {
        subject: say`Smallest change of ${code(id)} that the plan can see`,
        before: seenWords(detectabilityOf(before, measure), measure.unit),
        after: seenWords(detectabilityOf(after, other), other.unit),
      },
    ];
  });
}

/** As in the rule `underpowered-plan`: no size is known so well that less would matter. */
const SLACK = 0.05;

function seenWords(found: Detectability, unit: string | undefined): Message {
  if (found.kind !== "detectable") return say`nobody can say`;
  const change = found.best === undefined ? say`none` : distanceWords(roundedUp(found.best), unit);
  if (found.promised === undefined) return change;
  const promised = distanceWords(Number(found.promised.toPrecision(4)), unit);
  switch (seesTarget(found, SLACK)) {
    case "yes":
      return say`${change}, enough to see the ${promised} promised`;
    case "no":
      return say`${change}, too coarse to see the ${promised} promised`;
    default:
      return say`${change}, perhaps enough to see the ${promised} promised`;
  }
}
