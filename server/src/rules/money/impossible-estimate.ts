import { costsIn } from "../../appraisal/forecast-cost.ts";
import { inputOf, isOrdered } from "../../appraisal/forecast-figure.ts";
import type { Fix } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import type { Estimate, Located } from "../../model/located.ts";
import type { Money } from "../../model/spec.ts";
import { nodeAt, pathAt } from "../../syntax/locate.ts";
import { type MapNode, pairOf } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import type { Context } from "../../workspace/context.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

export const impossibleEstimate = defineRule({
  id: "impossible-estimate",
  family: "money",
  severity: "error",
  kind: "conflict",
  summary: "Low, likely and high are out of order, or the expected change is none or a worsening.",
  decidedBy: "arithmetic",
  fixable: true,
  on: "money",
  *check(money, context) {
    for (const { name, estimate } of estimatesIn(money)) {
      const { low, likely, high } = estimate.value;
      if (isOrdered(inputOf(name, estimate))) continue;
      const isLow = low !== undefined && low > likely;
      yield {
        span: estimate.span,
        message: isLow
          ? say`The ${code("low")} of ${name} is ${low}, above the ${code("likely")} ${likely}.`
          : say`The ${code("high")} of ${name} is ${high ?? likely}, below the ${code("likely")} ${likely}.`,
        help: say`${code("low")} and ${code("high")} are the bounds of what you think possible, with ${code("likely")} between them.`,
        fixes: inOrder(estimate, context),
      };
    }
    for (const { id, of } of money.expectedChange?.items ?? []) {
      if (of.value.likely > 0) continue;
      yield {
        span: of.span,
        message: say`The expected change of ${code(id.value)} is ${of.value.likely}, and a change above 0 is an improvement.`,
        help: say`Write an improvement as a positive number, also where lower is better; only ${code("low")} may be negative, where the program could do harm.`,
        fixes: isPlainLoss(of.value) ? changeTo(of.span, [-of.value.likely]) : [],
      };
    }
  },
});

function* estimatesIn(money: Money): Generator<{ readonly name: Message; readonly estimate: Located<Estimate> }> {
  for (const { id, of } of money.expectedChange?.items ?? []) yield { name: say`${code(id.value)}`, estimate: of };
  for (const field of ["contribution", "confidence", "reach"] as const) {
    const estimate = money[field];
    if (estimate) yield { name: say`${code(field)}`, estimate };
  }
  for (const { category, cost } of money.costs ? costsIn(money.costs) : []) {
    if (cost.value.kind !== "amount") continue;
    yield { name: say`${code(category)}`, estimate: { ...cost, value: cost.value.amount } };
  }
}

function isPlainLoss({ likely, low, high }: Estimate): boolean {
  return likely < 0 && low === undefined && high === undefined;
}

/** The fix that gives the numbers of an estimate to `low`, `likely` and `high` in their order. */
function inOrder({ span }: Located<Estimate>, { source }: Context): readonly Fix[] {
  const { tree } = source;
  const map = mapAt(tree, tree.offsetOf(span).start);
  const places = ["low", "likely", "high"].flatMap((key) => (map && pairOf(map, key)?.value) ?? []);
  const sorted = places
    .map((place) => ({ value: place.kind === "scalar" ? Number(place.value) : Number.NaN, at: tree.offsetOf(place) }))
    .sort((one, other) => one.value - other.value);
  if (places.length < 2 || sorted.some(({ value }) => Number.isNaN(value))) return [];
  const texts = sorted.map(({ at }) => tree.text.slice(at.start, at.end));
  return [
    {
      title: say`Put them in order: ${texts.join(", ")}`,
      safe: false,
      edits: places.map((place, index) => ({ span: place, text: texts[index] ?? "" })),
    },
  ];
}

/** The map that begins at an offset: with its bracket, or with its first key. */
function mapAt(tree: SyntaxTree, offset: number): MapNode | undefined {
  const path = pathAt(tree, offset);
  const node = nodeAt(tree, path);
  const map = node?.kind === "map" ? node : nodeAt(tree, path.slice(0, -1));
  return map?.kind === "map" ? map : undefined;
}
