import type { NetPlan } from "../analysis/forecast/forecast.ts";
import { code, type Message, say } from "../base/message.ts";
import type { Estimate, Located } from "../model/located.ts";
import type { Money } from "../model/spec.ts";
import type { Duration } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import { facetBit } from "../workspace/facet.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import { type Gain, promisedChange, type ValuedMetric, valuedMetrics } from "./forecast-benefit.ts";
import { type CostLine, costLines } from "./forecast-cost.ts";
import {
  chained,
  type Derived,
  figure,
  hasRange,
  type Input,
  inputOf,
  isOrdered,
  type NotKnown,
  notKnown,
  money as words,
} from "./forecast-figure.ts";
import { planOf } from "./forecast-plan.ts";
import { breakEvenOf, netOf, paybackOf, ratioOf, returnOf } from "./forecast-ratios.ts";

/** What a metric brings, and how much it has to change for the program to pay. */
export interface MetricForecast {
  readonly id: string;
  readonly view: MetricView;
  /** Where its change is taken from; undefined where there is none. */
  readonly from: Gain["from"] | undefined;
  readonly change: Input | undefined;
  /** Target minus baseline in the good direction. */
  readonly promised: number | undefined;
  /** Within the horizon, the program's share of it, at likely values. */
  readonly benefit: Derived;
  /** The change at which benefit equals cost, in the metric's unit; of several metrics, if all fall short alike. */
  readonly breakEven: Derived;
}

/** What a program is planned to bring and to cost. Every number at likely values, each with its working. */
export interface MoneyForecast {
  readonly kind: "forecast";
  readonly currency: string | undefined;
  readonly basis: string | undefined;
  readonly perspective: string | undefined;
  readonly horizon: { readonly duration: Duration; readonly years: number } | undefined;
  readonly metrics: readonly MetricForecast[];
  /** Metrics with a target that are not turned into money. */
  readonly leftOut: readonly string[];
  readonly contribution: Input | NotKnown;
  readonly confidence: Input | NotKnown;
  readonly reach: Input | NotKnown;
  readonly costs: readonly CostLine[];
  readonly benefit: Derived;
  readonly cost: Derived;
  readonly net: Derived;
  /** Benefit over cost. */
  readonly bcr: Derived;
  /** In percent: net over cost. */
  readonly roi: Derived;
  /** In months. */
  readonly payback: Derived;
  /** The contribution has a range and is reduced by a confidence too: a conservative result. */
  readonly isDiscountedTwice: boolean;
  /** Inputs that are a single number, though nobody knows them exactly. */
  readonly singlePoints: readonly Input[];
  /** What the odds are drawn from; undefined where net is not estimable. */
  readonly plan: NetPlan | undefined;
}

/** A program that needs no forecast, or has none yet. */
export interface NoForecast {
  readonly kind: "none";
  readonly because: Message;
}

type Answer = MoneyForecast | NoForecast | undefined;

/** What the numbers of a program say about its money. Undefined for what is no program. Takes no simulation. */
export function forecastOf(context: Context): Answer {
  return context.once(FORECAST, () => answerFor(context));
}

const FORECAST = {};

function answerFor(context: Context): Answer {
  if (!context.isProgram) return undefined;
  if (context.isExempt) return { kind: "none", because: say`the program is exempt from business outcomes` };
  const { money } = context;
  if (money) return forecastFrom(context, money);
  if (context.isWrong("money")) return { kind: "none", because: say`${code("money")} cannot be read` };
  return context.tier === "tactical"
    ? { kind: "none", because: say`a tactical program needs no money case` }
    : { kind: "none", because: say`${code("money")} is missing` };
}

function forecastFrom(context: Context, money: Money): MoneyForecast {
  const contribution = shareOf(money, "contribution", say`contribution`);
  const confidence = shareOf(money, "confidence", say`confidence`);
  const reach = shareOf(money, "reach", say`reach`);
  const horizon = horizonOf(money);
  const valued = valuedMetrics(context, money);
  const costs = "kind" in reach ? [] : costLines(context, money, reach);
  const currency = money.currency?.value;
  const shares = { contribution, confidence, horizon, currency };
  const benefits = valued.map(({ gain }) => benefitOf(gain, shares, money));
  const doubt = doubtIn(context, money);
  const benefit = doubt ?? totalOf(benefits, valued, context, money, currency);
  const cost = doubt ?? costOf(money, costs, reach, currency);
  const isKnown = benefit.kind === "figure" && cost.kind === "figure";
  return {
    kind: "forecast",
    currency,
    basis: money.basis?.value,
    perspective: money.perspective?.value,
    horizon,
    metrics: valued.map(({ view, gain }, index) => ({
      id: view.id,
      view,
      from: gain.kind === "gain" ? gain.from : undefined,
      change: gain.kind === "gain" ? gain.change : undefined,
      promised: promisedChange(view)?.value,
      benefit: benefits[index] ?? notKnown(say`nothing is known of it`),
      breakEven: breakEvenOf(gain, shares, { cost, benefit, count: valued.length, unit: view.unit?.value }),
    })),
    leftOut: leftOut(context, valued),
    contribution,
    confidence,
    reach,
    costs,
    benefit,
    cost,
    net: netOf(benefit, cost, currency),
    bcr: ratioOf(benefit, cost, currency),
    roi: returnOf(benefit, cost, currency),
    payback: paybackOf(benefit, cost, horizon?.years, currency),
    isDiscountedTwice:
      !("kind" in contribution) && hasRange(contribution) && !("kind" in confidence) && confidence.value < 1,
    singlePoints: singlePoints(valued, [contribution], costs),
    get plan() {
      if (!isKnown || !horizon) return undefined;
      return planOf({ valued, contribution, confidence, years: horizon.years, costs });
    },
  };
}

/** What could not be read of the file may be a cost or a metric. */
function doubtIn(context: Context, money: Money): NotKnown | undefined {
  if (context.links.incomplete) return notKnown(say`a catalog cannot be read`);
  const facets = ["money", "metrics", "rates"] as const;
  const isBroken = facets.some((facet) => (context.brokenFacets & facetBit(facet)) !== 0);
  if (isBroken) return notKnown(say`a part of the file cannot be read`);
  if (money.wrong?.has("costs")) return notKnown(say`${code("costs")} cannot be read`, money.key);
  return undefined;
}

/** A share as it is written, 1 where nothing is. */
function shareOf(money: Money, field: "confidence" | "contribution" | "reach", name: Message): Input | NotKnown {
  const written: Located<Estimate> | undefined = money[field];
  if (!written) {
    if (money.wrong?.has(field)) return notKnown(say`${code(field)} cannot be read`, money.key);
    return { name, value: 1, low: undefined, high: undefined, span: undefined };
  }
  const input = inputOf(name, written);
  if (!isOrdered(input)) return notKnown(say`the range of ${code(field)} is out of order`, written.span);
  const isShare = [input.low, input.value, input.high].every((each) => each === undefined || (each >= 0 && each <= 1));
  return isShare ? input : notKnown(say`${code(field)} is a share from 0 to 1, not ${input.value}`, written.span);
}

/** Twelve months, 52 weeks and 365 days are one year. */
function horizonOf({ horizon }: Money): MoneyForecast["horizon"] {
  if (!horizon) return undefined;
  const { count, unit } = horizon.value;
  const years = count / { days: 365, weeks: 52, months: 12, years: 1 }[unit];
  return years > 0 ? { duration: horizon.value, years } : undefined;
}

/** The shares of a benefit that the program may claim. */
export interface Shares {
  readonly contribution: Input | NotKnown;
  readonly confidence: Input | NotKnown;
  readonly horizon: MoneyForecast["horizon"];
  readonly currency: string | undefined;
}

function benefitOf(
  gain: Gain | NotKnown,
  { contribution, confidence, horizon, currency }: Shares,
  money: Money,
): Derived {
  if (gain.kind === "not-estimable") return gain;
  if ("kind" in contribution) return contribution;
  if ("kind" in confidence) return confidence;
  if (!horizon) return notKnown(say`no ${code("horizon")} says for how long the benefit is counted`, money.key);
  const value = gain.change.value * gain.perUnit * contribution.value * confidence.value * horizon.years;
  const inputs = [...gain.inputs, ...[contribution, confidence].filter(({ span }) => span !== undefined)];
  const working = () => {
    const parts = [...gain.words()];
    if (contribution.span) parts.push(say`${contribution.value} contribution`);
    if (confidence.span) parts.push(say`${confidence.value} confidence`);
    if (horizon.years !== 1) parts.push(say`${horizon.years} years`);
    return say`${chained(parts, "×")} = ${words(value, currency, "exact")}`;
  };
  return figure(value, working, inputs);
}

function totalOf(
  benefits: readonly Derived[],
  valued: readonly ValuedMetric[],
  context: Context,
  money: Money,
  currency: string | undefined,
): Derived {
  const unknown = benefits.find((benefit) => benefit.kind === "not-estimable");
  if (unknown) return unknown;
  if (valued.length === 0) {
    const primary = [...context.metrics.values()].find(({ metric }) => metric.role?.value === "primary");
    if (!primary) return notKnown(say`no metric is ${code("primary")}`, money.key);
    return notKnown(say`nobody has said what one unit of ${code(primary.id)} is worth`, primary.metric.key);
  }
  return sumOf(benefits, currency);
}

function costOf(
  money: Money,
  costs: readonly CostLine[],
  reach: Input | NotKnown,
  currency: string | undefined,
): Derived {
  if ("kind" in reach) return reach;
  if (money.costs?.wrong?.size) {
    return notKnown(say`${code([...money.costs.wrong][0] ?? "costs")} cannot be read`, money.costs.key);
  }
  const unknown = costs.map(({ amount }) => amount).find((amount) => amount.kind === "not-estimable");
  if (unknown) return unknown;
  if (costs.length === 0) return notKnown(say`no ${code("costs")} are written`, money.costs?.key ?? money.key);
  return sumOf(
    costs.map(({ amount }) => amount),
    currency,
  );
}

function sumOf(all: readonly Derived[], currency: string | undefined): Derived {
  const known = all.filter((each) => each.kind === "figure");
  const value = known.reduce((total, each) => total + each.value, 0);
  const working = () => {
    const parts = known.map((each) => words(each.value, currency, "exact"));
    const only = known.length === 1 ? known[0]?.working : undefined;
    return only ?? say`${chained(parts, "+")} = ${words(value, currency, "exact")}`;
  };
  return figure(
    value,
    working,
    known.flatMap(({ inputs }) => inputs),
  );
}

function leftOut(context: Context, valued: readonly ValuedMetric[]): string[] {
  const counted = new Set(valued.map(({ view }) => view.id));
  return [...context.metrics.values()]
    .filter(({ id, metric }) => !counted.has(id) && metric.target && metric.role?.value !== "guardrail")
    .map(({ id }) => id);
}

/** What nobody can know exactly before launch, written as one number: the changes, the contribution, amounts of cost. */
function singlePoints(
  valued: readonly ValuedMetric[],
  shares: readonly (Input | NotKnown)[],
  costs: readonly CostLine[],
): Input[] {
  const inputs = [
    ...valued.flatMap(({ gain }) => (gain.kind === "gain" ? [gain.change] : [])),
    ...shares.flatMap((share) => ("kind" in share ? [] : [share])),
    ...costs.flatMap(({ before }) => before ?? []),
  ];
  return inputs.filter((input) => !hasRange(input));
}
