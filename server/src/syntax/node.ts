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
  return map.pairs[indexOfPair(map, key)];
}

/** Where the first pair with that key stands among the pairs; -1 where there is none. Linear once per map, then constant. */
export function indexOfPair(map: MapNode, key: string): number {
  if (map.pairs.length < 16) return map.pairs.findIndex((pair) => keyText(pair) === key);
  let index = INDEXES.get(map);
  if (!index) {
    index = new Map();
    for (const [at, pair] of map.pairs.entries()) if (!index.has(keyText(pair))) index.set(keyText(pair), at);
    INDEXES.set(map, index);
  }
  return index.get(key) ?? -1;
}

const INDEXES = new WeakMap<MapNode, Map<string, number>>();

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
