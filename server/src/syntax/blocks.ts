import type { Block, Span, Stretch } from "../base/span.ts";
import type { MapNode, Node, Pair } from "./node.ts";

/**
 * A text cut into stretches that can be read again one by one: each key of the root is a section, each entry of a section
 * a leaf. A stretch goes from the line of its key to the line of the next key, and its spans count from its start.
 */
export interface Blocks {
  /** Length of what stands before the first section. */
  readonly preamble: number;
  /** Comments in it. */
  readonly comments: readonly Stretch[];
  readonly sections: readonly Section[];
}

/** One stretch. */
export interface Leaf {
  readonly block: Block;
  readonly length: number;
  readonly pair: Pair;
  /** Those outside of leaves. */
  readonly comments: readonly Span[];
}

/** A key of the root with what it holds. */
export interface Section extends Leaf {
  /** Length up to the first leaf. */
  readonly head: number;
  /** Its entries; none where it holds no map of them. */
  readonly leaves: readonly Leaf[];
}

/** Where each block of a text starts. */
export function offsetsOf({ preamble, sections }: Blocks): ReadonlyMap<Block, number> {
  const offsets = new Map<Block, number>();
  let at = preamble;
  for (const section of sections) {
    offsets.set(section.block, at);
    let inside = at + section.head;
    for (const leaf of section.leaves) {
      offsets.set(leaf.block, inside);
      inside += leaf.length;
    }
    at += section.length;
  }
  return offsets;
}

/** All comments, in the order of the text; those of the preamble in the block given. */
export function commentsOf({ comments, sections }: Blocks, root: Block): Span[] {
  const all: Span[] = comments.map(({ start, end }) => ({ block: root, start, end }));
  for (const section of sections) {
    all.push(...section.comments);
    for (const leaf of section.leaves) all.push(...leaf.comments);
  }
  return all;
}

/** A text that has been read whole, with spans that count from its start. */
export interface Whole {
  readonly text: string;
  readonly root: MapNode;
  readonly comments: readonly Span[];
}

/** Cuts a text. Sections and leaves that say the same as in `earlier`, with the same below them, are taken over. */
export function cut(whole: Whole, earlier?: { readonly text: string; readonly blocks: Blocks }): Blocks {
  const { text, root, comments } = whole;
  const starts = root.pairs.map(({ key }) => lineStart(text, key.start));
  const preamble = starts[0] ?? 0;
  const known = earlier && sectionsByKey(earlier);
  const pieces = new Pieces(comments);
  const before = pieces.until(preamble, root.block, 0);
  const sections = root.pairs.map((pair, index) => {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    return cutSection({ text: text.slice(start, end), pair, start, isLast: end === text.length, pieces }, known);
  });
  return { preamble, comments: before, sections };
}

interface Uncut {
  readonly text: string;
  readonly pair: Pair;
  readonly start: number;
  readonly isLast: boolean;
  readonly pieces: Pieces;
}

type Known = ReadonlyMap<
  string | number | boolean | null,
  { readonly section: Section; readonly text: string; readonly isLast: boolean }
>;

function cutSection({ text, pair, start, isLast, pieces }: Uncut, earlier: Known | undefined): Section {
  const known = earlier?.get(pair.key.value);
  if (known?.text === text && known.isLast === isLast) {
    pieces.until(start + text.length, known.section.block, start);
    return known.section;
  }
  const block: Block = { uri: pair.key.block.uri };
  const { value } = pair;
  if (value?.kind !== "map" || value.flow) {
    const comments = pieces.until(start + text.length, block, start);
    return { block, length: text.length, head: text.length, leaves: [], comments, pair: movedPair(pair, block, start) };
  }
  const reusable = known && leavesByText(known.section, known.text);
  const starts = value.pairs.map(({ key }) => lineStart(text, key.start - start));
  const head = starts[0] ?? text.length;
  const comments = pieces.until(start + head, block, start);
  const leaves = value.pairs.map((inner, index): Leaf => {
    const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? text.length];
    const leaf = index + 1 < starts.length ? reusable?.get(text.slice(from, to)) : undefined;
    const own = leaf?.block ?? { uri: block.uri };
    const inside = pieces.until(start + to, own, start + from);
    return leaf ?? { block: own, length: to - from, comments: inside, pair: movedPair(inner, own, start + from) };
  });
  return {
    block,
    length: text.length,
    head,
    leaves,
    comments,
    pair: {
      key: moved(pair.key, block, start),
      value: { ...movedSpan(value, block, start), kind: "map", flow: false, pairs: leaves.map((leaf) => leaf.pair) },
    },
  };
}

/** Comments, handed out from the start of the text on. */
class Pieces {
  readonly #all: readonly Span[];
  #next = 0;

  constructor(all: readonly Span[]) {
    this.#all = all;
  }

  until(end: number, block: Block, by: number): Span[] {
    const found: Span[] = [];
    for (let next = this.#all[this.#next]; next && next.start < end; next = this.#all[++this.#next]) {
      found.push(movedSpan(next, block, by));
    }
    return found;
  }
}

function sectionsByKey({ text, blocks }: { readonly text: string; readonly blocks: Blocks }): Known {
  let at = blocks.preamble;
  return new Map(
    blocks.sections.map((section, index) => {
      const own = text.slice(at, at + section.length);
      at += section.length;
      return [section.pair.key.value, { section, text: own, isLast: index + 1 === blocks.sections.length }];
    }),
  );
}

/** All but the last: what a value ends with depends on what stands below it. */
function leavesByText(section: Section, text: string): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>();
  let at = section.head;
  for (const leaf of section.leaves.slice(0, -1)) {
    found.set(text.slice(at, at + leaf.length), leaf);
    at += leaf.length;
  }
  return found;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/** The same at another place: so much nearer to the start of a block. */
export function movedPair({ key, value }: Pair, block: Block, by: number): Pair {
  return { key: moved(key, block, by), value: value && moved(value, block, by) };
}

/** The same at another place, with all that it holds. */
export function moved<N extends Node>(node: N, block: Block, by: number): N {
  const span = movedSpan(node, block, by);
  if (node.kind === "map") return { ...node, ...span, pairs: node.pairs.map((pair) => movedPair(pair, block, by)) };
  if (node.kind === "list") return { ...node, ...span, items: node.items.map((item) => moved(item, block, by)) };
  return { ...node, ...span };
}

/** The same length, so much nearer to the start of a block. */
export function movedSpan({ start, end }: Span, block: Block, by: number): Span {
  return { block, start: start - by, end: end - by };
}
