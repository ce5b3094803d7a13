import type { Span } from "../base/span.ts";

/** What a text is made of: maps, lists and scalars, each a span with its value. Comments stand in `SyntaxTree.comments`. */
export type Node = MapNode | ListNode | ScalarNode;

export interface ScalarNode extends Span {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
}

export interface MapNode extends Span {
  readonly kind: "map";
  /** Written as `{ a: 1 }`. */
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: ScalarNode;
  /** Absent where nothing stands after the colon. */
  readonly value: Node | undefined;
}

export interface ListNode extends Span {
  readonly kind: "list";
  /** Written as `[a, b]`. */
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** The first pair with that key; a second one is a `duplicate-key` finding and is not looked at. */
export function pairOf(map: MapNode, key: string): Pair | undefined {
  return map.pairs.find((pair) => keyText(pair) === key);
}

export function keyText(pair: Pair): string {
  return String(pair.key.value);
}

/** From the key to the end of the value. */
export function pairSpan(pair: Pair): Span {
  return { block: pair.key.block, start: pair.key.start, end: (pair.value ?? pair.key).end };
}

export type PlainValue = string | number | boolean | null | PlainValue[] | { [key: string]: PlainValue };

/** The value as JSON would hold it. Objects have no prototype, so that a key named `constructor` is only a key. */
export function toPlainValue(node: Node | undefined): PlainValue {
  if (node === undefined) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toPlainValue);
  const object: { [key: string]: PlainValue } = Object.create(null);
  for (const pair of node.pairs) {
    const key = keyText(pair);
    if (!(key in object)) object[key] = toPlainValue(pair.value);
  }
  return object;
}
