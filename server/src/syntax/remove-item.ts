import type { Span } from "../base/span.ts";
import { type MapNode, type Node, pairOf } from "./node.ts";
import { removePair, wholeLines } from "./remove-pair.ts";
import type { SyntaxTree } from "./tree.ts";

/**
 * What to delete so that an item of the list under a key is gone: its lines, or the item with one comma. The key goes with
 * the only item. Undefined where it is none of the list.
 */
export function removeItem(tree: SyntaxTree, map: MapNode, key: string, item: Span): Span | undefined {
  const pair = pairOf(map, key);
  const list = pair?.value;
  if (!pair || list?.kind !== "list") return undefined;
  const index = list.items.findIndex((each) => holds(tree, each, item));
  const found = list.items[index];
  if (!found) return undefined;
  if (list.items.length === 1) return removePair(tree, map, pair);
  const { start, end } = tree.offsetOf(found);
  if (!list.flow) {
    const dash = tree.text.lastIndexOf("-", start);
    return tree.spanAt(wholeLines(tree, dash < 0 ? start : dash, end));
  }
  const next = list.items[index + 1];
  const before = list.items[index - 1];
  if (next) return tree.spanAt({ start, end: tree.offsetOf(next).start });
  return tree.spanAt({ start: before ? tree.offsetOf(before).end : start, end });
}

function holds(tree: SyntaxTree, node: Node, span: Span): boolean {
  const [outer, inner] = [tree.offsetOf(node), tree.offsetOf(span)];
  return outer.start <= inner.start && inner.end <= outer.end;
}
