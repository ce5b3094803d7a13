import type { Cost, Located } from "../model/located.ts";
import type { Costs, Money } from "../model/spec.ts";

/**
 * The least that the written costs add up to; undefined where nothing is written or a part of it cannot be read. `rates`
 * finds the standard hourly rate of a name.
 */
export function leastCost(
  money: Pick<Money, "costs" | "reach">,
  rates: (name: string) => number | undefined,
): number | undefined {
  const { costs } = money;
  if (!costs || (costs.wrong?.size ?? 0) > 0) return undefined;
  let total: number | undefined;
  for (const [category, cost] of costsOf(costs)) {
    const amount = leastAmount(cost.value, rates);
    if (amount === undefined) return undefined;
    const share = category === "participantTime" ? (money.reach?.value.low ?? money.reach?.value.likely ?? 1) : 1;
    total = (total ?? 0) + amount * share;
  }
  return total;
}

function* costsOf(costs: Costs): Iterable<readonly [string, Located<Cost>]> {
  const { node: _node, key: _key, wrong: _wrong, rest, ...named } = costs;
  for (const [category, cost] of Object.entries(named)) if (cost) yield [category, cost];
  yield* rest;
}

function leastAmount(cost: Cost, rates: (name: string) => number | undefined): number | undefined {
  if (cost.kind === "amount") return cost.amount.low ?? cost.amount.likely;
  const { people, hours, hourlyRate } = cost;
  const rate = typeof hourlyRate?.value === "string" ? rates(hourlyRate.value) : hourlyRate?.value;
  if (!people || !hours || rate === undefined) return undefined;
  return people.value * hours.value * rate;
}
