import { code, say } from "../base/message.ts";
import { pairOf } from "../syntax/node.ts";
import type { Place, ShapeProblem } from "./check.ts";
import { childOf, definitionOf } from "./describe.ts";

export function missingKey(place: Place, key: string): ShapeProblem {
  const node = place.node;
  const empty = node.kind === "map" ? pairOf(node, key) : undefined;
  const first = node.kind === "map" ? node.pairs[0]?.key : undefined;
  const child = childOf(place.definition, key);
  const description = child?.description || (child && definitionOf(child).description);
  return {
    rule: "missing-key",
    span: empty?.key ?? place.pair?.key ?? first ?? node,
    ...(node.kind === "map" && !empty ? { absent: { path: place.path, key } } : {}),
    message: empty ? say`${code(key)} has no value yet.` : say`${code(key)} is missing here.`,
    ...(empty ? {} : { lacks: key }),
    ...(description ? { help: { key: firstSentence(description), values: [] } } : {}),
  };
}

/** Help is one sentence; the rest of a description stands in the hover. */
function firstSentence(text: string): string {
  return text.split(/(?<=[.!?])\s+(?=[A-Z`*])/)[0] ?? text;
}
