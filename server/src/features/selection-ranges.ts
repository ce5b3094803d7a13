import type { Stretch } from "../base/span.ts";
import { keyText, type Node, pairSpan } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What to select around an offset, from the smallest to the whole document; each holds the one before. */
export function selectionRanges(snapshot: Snapshot, uri: string, offset: number): readonly Stretch[] {
  const tree = snapshot.files.get(uri)?.tree;
  if (!tree) return [];
  const found: Stretch[] = [{ start: 0, end: tree.text.length }];
  let node: Node | undefined = tree.root;
  while (node) {
    add(found, tree.offsetOf(node));
    node = inside(tree, node, offset, found);
  }
  return found.reverse();
}

/** The part of a node that holds the offset; on the way the pair or item that it is. */
function inside(tree: SyntaxTree, node: Node, offset: number, found: Stretch[]): Node | undefined {
  const holds = ({ start, end }: Stretch): boolean => start <= offset && offset <= end;
  if (node.kind === "list") return node.items.find((item) => holds(tree.offsetOf(item)));
  if (node.kind !== "map") return undefined;
  const pair = node.pairs.find((each) => holds(tree.offsetOf(pairSpan(each))));
  if (!pair) return undefined;
  add(found, tree.offsetOf(pairSpan(pair)));
  if (holds(tree.offsetOf(pair.key))) {
    const { start } = tree.offsetOf(pair.key);
    add(found, { start, end: start + Math.max(keyText(pair).length, tree.offsetOf(pair.key).end - start) });
    return undefined;
  }
  return pair.value && holds(tree.offsetOf(pair.value)) ? pair.value : undefined;
}

/** Only what is truly smaller than the one around it. */
function add(found: Stretch[], next: Stretch): void {
  const last = found.at(-1);
  if (!last || next.start < last.start || next.end > last.end) return;
  if (next.start > last.start || next.end < last.end) found.push({ start: next.start, end: next.end });
}
