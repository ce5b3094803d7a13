import { keyText, type MapNode, type Node, type Pair } from "./node.ts";
import type { SyntaxTree } from "./tree.ts";

/** What stands at an offset. */
export interface Location {
  /** Keys and indexes from the root. */
  readonly path: readonly (string | number)[];
  /** The innermost pair whose key or value holds the offset. */
  readonly pair: Pair | undefined;
  /** The map that pair belongs to. */
  readonly map: MapNode | undefined;
  /** The innermost node that holds the offset. */
  readonly node: Node;
  /** The offset is in the key of `pair`. */
  readonly onKey: boolean;
}

/** The innermost thing at an offset; undefined where the text holds nothing that could be read. */
export function locate(tree: SyntaxTree, offset: number): Location | undefined {
  let node = tree.root;
  if (!node) return undefined;
  const path: (string | number)[] = [];
  let pair: Pair | undefined;
  let map: MapNode | undefined;
  for (;;) {
    if (node.kind === "map") {
      const inner: Pair | undefined = pairAround(tree, node, offset);
      if (!inner) return { path, pair, map, node, onKey: false };
      path.push(keyText(inner));
      pair = inner;
      map = node;
      if (contains(tree, inner.key, offset) || !inner.value) return { path, pair, map, node: inner.key, onKey: true };
      if (!contains(tree, inner.value, offset)) return { path, pair, map, node: inner.value, onKey: false };
      node = inner.value;
    } else if (node.kind === "list") {
      const index: number = node.items.findIndex((item) => contains(tree, item, offset));
      const item: Node | undefined = node.items[index];
      if (!item) return { path, pair, map, node, onKey: false };
      path.push(index);
      node = item;
    } else return { path, pair, map, node, onKey: false };
  }
}

/** Keys and indexes from the root to what stands at an offset. */
export function pathAt(tree: SyntaxTree, offset: number): readonly (string | number)[] {
  return locate(tree, offset)?.path ?? [];
}

/** The node at a path, or undefined. */
export function nodeAt(tree: SyntaxTree, path: readonly (string | number)[]): Node | undefined {
  let node = tree.root;
  for (const step of path) {
    if (node?.kind === "map") node = node.pairs.find((pair) => keyText(pair) === step)?.value;
    else if (node?.kind === "list" && typeof step === "number") node = node.items[step];
    else return undefined;
  }
  return node;
}

/** The pair that starts before the offset with none between: the white space behind a value still belongs to it. */
function pairAround(tree: SyntaxTree, map: MapNode, offset: number): Pair | undefined {
  let [low, high] = [0, map.pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const pair = map.pairs[middle];
    if (pair && tree.offsetOf(pair.key).start <= offset) low = middle + 1;
    else high = middle;
  }
  return map.pairs[low - 1];
}

function contains(tree: SyntaxTree, node: Node, offset: number): boolean {
  const { start, end } = tree.offsetOf(node);
  return start <= offset && offset <= end;
}
