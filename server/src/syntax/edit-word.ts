import type { Block, Span, Stretch } from "../base/span.ts";
import { type Leaf, moved, movedPair, movedSpan } from "./blocks.ts";
import type { Node, Pair, ScalarNode } from "./node.ts";
import { plainValue } from "./plain-value.ts";

/**
 * A stretch in which one typed within unquoted text of a value, so that all else in it stands as it stood. `text` is what it
 * says now, `changed` what differs of what it said. Undefined where the change may mean more than other words.
 */
export function editWord<L extends Leaf>(leaf: L, text: string, changed: Stretch): L | undefined {
  const { value } = leaf.pair;
  if (!value || !isInside(value, changed)) return undefined;
  const edit = { block: { uri: leaf.block.uri }, text, changed, by: text.length - leaf.length };
  const edited = editNode(value, edit, false);
  return (
    edited && {
      ...leaf,
      block: edit.block,
      length: text.length,
      pair: { key: moved(leaf.pair.key, edit.block, 0), value: edited },
      comments: leaf.comments.map((each) => movedSpan(each, edit.block, each.start < changed.start ? 0 : -edit.by)),
    }
  );
}

interface WordEdit {
  readonly block: Block;
  readonly text: string;
  readonly changed: Stretch;
  /** How much longer the text has become. */
  readonly by: number;
}

/** The sign that a value starts with says what it is, and stays. */
function isInside({ start, end }: Span, changed: Stretch): boolean {
  return start < changed.start && changed.end <= end;
}

function editNode(node: Node, edit: WordEdit, isInFlow: boolean): Node | undefined {
  if (node.kind === "scalar") return editScalar(node, edit, isInFlow);
  const { block, changed, by } = edit;
  const span = { block, start: node.start, end: node.end + by };
  if (node.kind === "list") {
    const at = node.items.findIndex((item) => isInside(item, changed));
    const old = node.items[at];
    const item = old && editNode(old, edit, node.flow);
    if (!item) return undefined;
    const items = node.items.map((each, index) => (index === at ? item : moved(each, block, index < at ? 0 : -by)));
    return { ...node, ...span, items };
  }
  const at = node.pairs.findIndex(({ value }) => value !== undefined && isInside(value, changed));
  const old = node.pairs[at];
  const value = old?.value && editNode(old.value, edit, node.flow);
  if (!value) return undefined;
  const pairs = node.pairs.map((pair, index): Pair => {
    if (index !== at) return movedPair(pair, block, index < at ? 0 : -by);
    return { key: moved(pair.key, block, 0), value };
  });
  return { ...node, ...span, pairs };
}

function editScalar(node: ScalarNode, { block, text, by }: WordEdit, isInFlow: boolean): ScalarNode | undefined {
  const [start, end] = [node.start, node.end + by];
  if (node.style !== "plain" || !(isInFlow ? WORDS_IN_FLOW : WORDS).test(text.slice(start, end))) return undefined;
  return { ...node, block, start, end, value: plainValue(text, start, end) };
}

/** Text on one line without a sign that could end it, or make anything else of it. */
const WORDS = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,;!?()/%+'_-]*[\p{L}\p{N}.!?)%'_])?$/u;
const WORDS_IN_FLOW = /^[\p{L}\p{N}](?:[\p{L}\p{N} .;!?()/%+'_-]*[\p{L}\p{N}.!?)%'_])?$/u;
