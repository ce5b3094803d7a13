import { code, type Message, say } from "../base/message.ts";
import type { Cost, Located, Rate } from "../model/located.ts";
import type { Costs, Money } from "../model/spec.ts";
import type { Context } from "../workspace/context.ts";
import { currencyOfRate } from "./forecast-currency.ts";
import {
  chained,
  type Derived,
  figure,
  type Input,
  inputOf,
  isOrdered,
  money,
  notKnown,
  numberInput,
} from "./forecast-figure.ts";

/** What one category of cost comes to. */
export interface CostLine {
  /** As it is written: `participant-time`. */
  readonly category: string;
  readonly cost: Located<Cost>;
  /** At likely values, reach taken into account. */
  readonly amount: Derived;
  /** The amount before reach: what may have a range of its own. */
  readonly before: Input | undefined;
  /** Set where reach scales it. */
  readonly reach: Input | undefined;
}

/** Every category that is written, in the order of the language, then the organization's own. */
export function costsIn(costs: Costs): { readonly category: string; readonly cost: Located<Cost> }[] {
  const found: { category: string; cost: Located<Cost> }[] = [];
  for (const [category, field] of CATEGORIES) {
    const cost = costs[field];
    if (cost) found.push({ category, cost });
  }
  for (const [category, cost] of costs.rest) found.push({ category, cost });
  return found;
}

const CATEGORIES = [
  ["analysis", "analysis"],
  ["design", "design"],
  ["development", "development"],
  ["delivery", "delivery"],
  ["materials", "materials"],
  ["facilities", "facilities"],
  ["travel", "travel"],
  ["technology", "technology"],
  ["participant-time", "participantTime"],
  ["manager-time", "managerTime"],
  ["expert-time", "expertTime"],
  ["evaluation", "evaluation"],
  ["overhead", "overhead"],
] as const;

/** What each category comes to. `reach` scales the time of participants alone. */
export function costLines(context: Context, { costs, currency }: Money, reach: Input): CostLine[] {
  if (!costs) return [];
  return costsIn(costs).map(({ category, cost }) => {
    const scaled = category === "participant-time" && reach.value !== 1 ? reach : undefined;
    return { category, cost, ...amountOf(context, category, cost, currency?.value, scaled), reach: scaled };
  });
}

function amountOf(
  context: Context,
  category: string,
  cost: Located<Cost>,
  currency: string | undefined,
  reach: Input | undefined,
): { readonly amount: Derived; readonly before: Input | undefined } {
  const made =
    cost.value.kind === "amount" ? wholeAmount(category, cost) : timeAmount(context, category, cost, currency);
  if ("kind" in made) return { amount: made, before: undefined };
  const { before, words, inputs } = made;
  const value = before.value * (reach?.value ?? 1);
  const working = () => {
    const parts = reach ? [...words(), say`${reach.value} reached`] : words();
    const total = money(value, currency, "exact");
    return parts.length > 0 ? say`${chained(parts, "×")} = ${total}` : total;
  };
  return { amount: figure(value, working, reach ? [...inputs, reach] : inputs), before };
}

interface Before {
  readonly before: Input;
  words(): readonly Message[];
  readonly inputs: readonly Input[];
}

function wholeAmount(category: string, cost: Located<Cost>): Before | Derived {
  if (cost.value.kind !== "amount") return notKnown(say`${code(category)} is no amount`);
  const before = inputOf(say`cost of ${code(category)}`, { ...cost, value: cost.value.amount });
  if (!isOrdered(before)) return notKnown(say`the range of ${code(category)} is out of order`, cost.span);
  const words = () => (category === "participant-time" ? [say`${before.value}`] : []);
  return { before, words, inputs: [before] };
}

function timeAmount(
  context: Context,
  category: string,
  cost: Located<Cost>,
  currency: string | undefined,
): Before | Derived {
  if (cost.value.kind !== "time") return notKnown(say`${code(category)} is no time`);
  const { people, hours, hourlyRate } = cost.value;
  if (!people) return notKnown(say`${code(category)} does not say how many ${code("people")}`, cost.key);
  if (!hours) return notKnown(say`${code(category)} does not say how many ${code("hours")}`, cost.key);
  const rate = rateOf(context, category, hourlyRate, cost, currency);
  if ("kind" in rate) return rate;
  const value = people.value * hours.value * rate.value;
  const before = numberInput(say`cost of ${code(category)}`, { ...cost, value });
  return {
    before,
    words: () => [say`${people.value} people`, say`${hours.value} h`, money(rate.value, currency, "exact")],
    inputs: [
      numberInput(say`people in ${code(category)}`, people),
      numberInput(say`hours in ${code(category)}`, hours),
      numberInput(say`hourly rate in ${code(category)}`, rate),
    ],
  };
}

function rateOf(
  context: Context,
  category: string,
  written: Located<Rate> | undefined,
  cost: Located<Cost>,
  currency: string | undefined,
): Located<number> | Derived {
  if (!written) return notKnown(say`${code(category)} has no ${code("hourly-rate")}`, cost.key);
  if (typeof written.value === "number") return { ...written, value: written.value };
  const rate = context.rates.get(written.value);
  if (!rate) return notKnown(say`no rate is named ${code(written.value)}`, written.span);
  const other = currencyOfRate(context, written.value);
  if (other !== undefined && currency !== undefined && other !== currency) {
    return notKnown(
      say`the rate ${code(written.value)} is in ${other} and the money case in ${currency}`,
      written.span,
    );
  }
  return { ...written, value: rate.value };
}
