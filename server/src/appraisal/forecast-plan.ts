import type { Expression, Factor } from "../analysis/forecast/expression.ts";
import type { NetPlan } from "../analysis/forecast/forecast.ts";
import type { Spread } from "../analysis/forecast/spread.ts";
import type { ValuedMetric } from "./forecast-benefit.ts";
import type { CostLine } from "./forecast-cost.ts";
import { hasRange, type Input, type NotKnown } from "./forecast-figure.ts";

/** The uncertain numbers of a money case, put together: one contribution and one confidence for all metrics. */
export function planOf({
  valued,
  contribution,
  confidence,
  years,
  costs,
}: {
  readonly valued: readonly ValuedMetric[];
  readonly contribution: Input | NotKnown;
  readonly confidence: Input | NotKnown;
  readonly years: number;
  readonly costs: readonly CostLine[];
}): NetPlan | undefined {
  if ("kind" in contribution || "kind" in confidence) return undefined;
  const gains = valued.flatMap(({ view, gain }): Expression[] =>
    gain.kind === "gain" ? [product(gain.perUnit, one(`change ${view.id}`, gain.change))] : [],
  );
  const benefit = product(
    years,
    { kind: "sum", of: gains },
    one("contribution", contribution),
    one("confidence", confidence),
  );
  const spent = costs.flatMap(({ category, before, reach }): Expression[] => {
    if (!before) return [];
    const amount = one(`cost ${category}`, before);
    return [reach ? product(1, amount, one("reach", reach)) : amount];
  });
  return { benefit, cost: { kind: "sum", of: spent } };
}

function product(scale: number, ...of: readonly Expression[]): Expression {
  return { kind: "product", scale, of };
}

function one(name: string, input: Input): Expression {
  const factor: Factor = { name, spread: spreadOf(input) };
  return { kind: "factor", factor };
}

/** A range is taken as PERT, a single number as certain. */
function spreadOf(input: Input): Spread {
  const { low, value, high } = input;
  if (!hasRange(input) || low === undefined || high === undefined) return { kind: "fixed", value };
  return { kind: "pert", low, likely: value, high };
}
