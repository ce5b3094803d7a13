import { at, sum } from "../numeric/matrix.ts";
import { uniformSource } from "../numeric/random.ts";
import { isFixed, momentsOfSpread, quantileFunction, type Spread } from "./spread.ts";

/** One uncertain number of the forecast. Names are unique within a plan. */
export interface Factor {
  readonly name: string;
  readonly spread: Spread;
}

/** Sums and products of uncertain numbers. Every factor stands in it once, so that its parts are independent. */
export type Expression =
  | { readonly kind: "factor"; readonly factor: Factor }
  | { readonly kind: "product"; readonly scale: number; readonly of: readonly Expression[] }
  | { readonly kind: "sum"; readonly of: readonly Expression[] };

/** Wraps factors, so that they can stand in a product or a sum. */
export function factors(all: readonly Factor[]): Expression[] {
  return all.map((factor) => ({ kind: "factor", factor }));
}

/** All factors, in the order in which they stand. */
export function factorsOf(expression: Expression): Factor[] {
  return expression.kind === "factor" ? [expression.factor] : expression.of.flatMap(factorsOf);
}

/** All numbers that are multiplied in without being uncertain. */
export function scalesOf(expression: Expression): number[] {
  if (expression.kind === "factor") return [];
  return [...(expression.kind === "product" ? [expression.scale] : []), ...expression.of.flatMap(scalesOf)];
}

/** The expression with a number for every factor. */
export function evaluate(expression: Expression, settle: (factor: Factor) => number): number {
  switch (expression.kind) {
    case "factor":
      return settle(expression.factor);
    case "product":
      return expression.of.reduce((product, part) => product * evaluate(part, settle), expression.scale);
    case "sum":
      return sum(expression.of.map((part) => evaluate(part, settle)));
  }
}

/** Exact mean and variance for independent factors: of a product s²(Π(V + E²) − ΠE²), of a sum ΣV. */
export function exactMomentsOf(expression: Expression): { mean: number; variance: number } {
  if (expression.kind === "factor") return momentsOfSpread(expression.factor.spread);
  const parts = expression.of.map(exactMomentsOf);
  if (expression.kind === "sum") {
    return { mean: sum(parts.map(({ mean }) => mean)), variance: sum(parts.map(({ variance }) => variance)) };
  }
  const { scale } = expression;
  const mean = parts.reduce((product, part) => product * part.mean, scale);
  const square = parts.reduce((product, part) => product * (part.variance + part.mean ** 2), scale ** 2);
  return { mean, variance: Math.max(0, square - mean ** 2) };
}

/**
 * Independent draws of the expression. The streams of its factors are numbered from `firstStream` on in the order of
 * `factorsOf`.
 */
export function drawsOf(
  expression: Expression,
  { seed, draws, firstStream }: { readonly seed: number; readonly draws: number; readonly firstStream: number },
): Float64Array {
  let stream = firstStream;
  return drawn(expression);

  function drawn(part: Expression): Float64Array {
    if (part.kind === "factor") {
      const next = drawer(part.factor.spread, seed, stream++);
      const own = new Float64Array(draws);
      if (isFixed(part.factor.spread)) return own.fill(next());
      for (let i = 0; i < draws; i++) own[i] = next();
      return own;
    }
    const made = new Float64Array(draws).fill(part.kind === "product" ? part.scale : 0);
    for (const each of part.of) {
      const other = drawn(each);
      if (part.kind === "product") for (let i = 0; i < draws; i++) made[i] = at(made, i) * at(other, i);
      else for (let i = 0; i < draws; i++) made[i] = at(made, i) + at(other, i);
    }
    return made;
  }
}

function drawer(spread: Spread, seed: number, stream: number): () => number {
  const inverse = quantileFunction(spread);
  if (isFixed(spread)) return () => inverse(0.5);
  const next = uniformSource(seed, stream);
  return () => inverse(next());
}
