import type { LineIndex } from "../base/line-index.ts";
import type { Block, Stretch } from "../base/span.ts";
import { type Blocks, commentsOf, cut, type Leaf, offsetsOf, type Section } from "./blocks.ts";
import { editWord } from "./edit-word.ts";
import { bracketsIn, MAX_LOOSE_BRACKETS, readFast } from "./fast-yaml.ts";
import { MAX_TEXT_LENGTH } from "./max-text-length.ts";
import { keyText, type MapNode, type Pair } from "./node.ts";
import { parse } from "./parse.ts";
import type { SyntaxTree } from "./tree.ts";
import { isUnreadable } from "./unreadable-text.ts";

/**
 * Reads a text that was another before. It says what `parse` says, and takes over each stretch that has not changed: its
 * nodes are the same objects. An edit inside one entry of a text in which nothing is wrong costs the reading of that entry.
 */
export function reparse(before: SyntaxTree, text: string): SyntaxTree {
  if (before.text === text && !before.blocks) return cutWhole(before, before.earlier);
  const known = before.blocks && { text: before.text, blocks: before.blocks };
  const edited = known && edit(before, known.blocks, text);
  if (edited) return edited;
  return cutWhole(parse(before.uri, text), known ?? before.earlier);
}

/** A text that was read whole, cut into what can be read again, if it can be. */
export function cutWhole(tree: SyntaxTree, earlier?: SyntaxTree["earlier"]): SyntaxTree {
  const { text, root, comments, lines, looseBrackets } = tree;
  if (root?.kind !== "map" || looseBrackets === undefined || tree.problems.length > 0 || !isPlain(text))
    return earlier ? { ...tree, earlier } : tree;
  return treeOf(tree, { text, lines, blocks: cut({ text, root, comments }, earlier), end: root.end, looseBrackets });
}

/** A lone CR is no line break for YAML, and what stands behind a byte order mark has no clear column. */
function isPlain(text: string): boolean {
  return text.charCodeAt(0) !== 0xfeff && !/\r(?!\n)/.test(text);
}

interface Content {
  readonly text: string;
  readonly lines: LineIndex;
  readonly blocks: Blocks;
  /** Where the root ends. */
  readonly end: number;
  readonly looseBrackets: number;
}

function treeOf({ uri, broken }: SyntaxTree, { text, lines, blocks, end, looseBrackets }: Content): SyntaxTree {
  const block: Block = { uri };
  const pairs = blocks.sections.map(({ pair }) => pair);
  let offsets: ReadonlyMap<Block, number> | undefined;
  const startOfBlock = (of: Block): number | undefined => {
    offsets ??= offsetsOf(blocks);
    return of === block ? 0 : offsets.get(of);
  };
  return {
    uri,
    text,
    source: text,
    lines,
    root: { block, start: blocks.preamble, end, kind: "map", flow: false, pairs },
    get comments() {
      return commentsOf(blocks, block);
    },
    problems: [],
    broken,
    blocks,
    looseBrackets,
    offsetOf: (span) => {
      const start = startOfBlock(span.block);
      if (start === undefined) throw new Error(`a span of another text of ${uri}`);
      return start === 0 ? span : { start: start + span.start, end: start + span.end };
    },
    spanAt: (stretch) => ({ block, start: stretch.start, end: stretch.end }),
    holds: (span) => startOfBlock(span.block) !== undefined,
  };
}

/** The text read again where it has changed; undefined where that is not inside one stretch, or that cannot be read alone. */
function edit(before: SyntaxTree, blocks: Blocks, text: string): SyntaxTree | undefined {
  if (text.length > MAX_TEXT_LENGTH || !before.root) return undefined;
  const changed = changedStretch(before.text, text);
  const by = text.length - before.text.length;
  const index = indexAround(blocks.sections, blocks.preamble, changed);
  const section = blocks.sections[index];
  if (!section) return undefined;
  const start = startOf(blocks.sections, blocks.preamble, index);
  const isLast = index + 1 === blocks.sections.length;
  const old = before.text.slice(start, start + section.length);
  const piece = text.slice(start, start + section.length + by);
  const inside = { start: changed.start - start, end: changed.end - start };
  const edited =
    editWords(section, piece, inside) ?? editLeaf(section, piece, inside) ?? editSection(section, old, piece, isLast);
  if (!edited || isTaken(edited.section.pair, section.pair, blocks.sections)) return undefined;
  const brackets = bracketsIn(text.slice(changed.start, changed.end + by));
  const looseBrackets = (before.looseBrackets ?? 0) + brackets;
  if (looseBrackets > MAX_LOOSE_BRACKETS) return undefined;
  return treeOf(before, {
    text,
    lines: before.lines.after(text, changed),
    blocks: { ...blocks, sections: blocks.sections.with(index, edited.section) },
    end: isLast && edited.end !== undefined ? start + edited.end : before.root.end + by,
    looseBrackets,
  });
}

interface Edited {
  readonly section: Section;
  /** Where the root would end if nothing stood below; undefined where that has moved with the text. */
  readonly end?: number;
}

/** Where one types, most often: no more than some words have changed, and nothing has to be read. */
function editWords(section: Section, text: string, changed: Stretch): Edited | undefined {
  const { leaves, head } = section;
  if (leaves.length === 0) {
    const edited = editWord(section, text, changed);
    return edited && { section: { ...edited, head: text.length } };
  }
  const index = indexAround(leaves, head, changed);
  const leaf = leaves[index];
  if (!leaf) return undefined;
  const start = startOf(leaves, head, index);
  const inside = { start: changed.start - start, end: changed.end - start };
  const length = leaf.length + text.length - section.length;
  const edited = editWord(leaf, text.slice(start, start + length), inside);
  return edited && { section: withLeaf(section, index, edited, text.length) };
}

function withLeaf(section: Section, index: number, leaf: Leaf, length: number): Section {
  const { leaves, pair } = section;
  if (pair.value?.kind !== "map") return section;
  const value: MapNode = {
    ...pair.value,
    end: pair.value.end + length - section.length,
    pairs: pair.value.pairs.with(index, leaf.pair),
  };
  return { ...section, length, leaves: leaves.with(index, leaf), pair: { key: pair.key, value } };
}

/** The last leaf is not read alone, because what a section ends with depends on what stands below it. */
function editLeaf(section: Section, text: string, changed: Stretch): Edited | undefined {
  const { leaves, head, block } = section;
  const { value } = section.pair;
  const index = indexAround(leaves, head, changed);
  const leaf = leaves[index];
  if (!leaf || index + 1 === leaves.length || value?.kind !== "map") return undefined;
  const by = text.length - section.length;
  const start = startOf(leaves, head, index);
  const length = leaf.length + by;
  const read = readAlone(block.uri, text.slice(start, start + length), leaf.pair.key.start, true);
  if (!read || isTaken(read.pair, leaf.pair, leaves)) return undefined;
  const edited: Leaf = { block: read.pair.key.block, length, pair: read.pair, comments: read.comments };
  return { section: withLeaf(section, index, edited, text.length) };
}

function editSection(section: Section, old: string, text: string, isLast: boolean): Edited | undefined {
  const read = readAlone(section.block.uri, text, 0, !isLast);
  if (!read) return undefined;
  const root: MapNode = { ...read.root, pairs: [read.pair] };
  const earlier = { text: old, blocks: { preamble: 0, comments: [], sections: [section] } };
  const again = cut({ text, root, comments: read.comments }, earlier).sections[0];
  return again && { section: again, end: root.end };
}

/** Stands for the key below, on which depends where a value ends. */
const NEXT_KEY = "next:";

/** The one pair of a stretch whose key stands in a column; undefined where it holds anything else. */
function readAlone(
  uri: string,
  text: string,
  column: number,
  goesOn: boolean,
): { readonly root: MapNode; readonly pair: Pair; readonly comments: SyntaxTree["comments"] } | undefined {
  if ((goesOn && !text.endsWith("\n")) || isUnreadable(text) || !isPlain(text) || CONFLICT.test(text)) return undefined;
  const whole = goesOn ? text + " ".repeat(column) + NEXT_KEY : text;
  const reading = readFast({ uri }, whole, { start: 0, end: whole.length }, column === 0 ? 0 : 1);
  const root = reading?.root;
  if (!reading || root?.kind !== "map" || root.pairs.length !== (goesOn ? 2 : 1)) return undefined;
  const pair = root.pairs[0];
  return pair?.key.start === column ? { root, pair, comments: reading.comments } : undefined;
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})/m;

/** The key is new here and another pair has it. */
function isTaken(pair: Pair, before: Pair, among: readonly Leaf[]): boolean {
  const key = keyText(pair);
  return key !== keyText(before) && among.some((each) => keyText(each.pair) === key);
}

/** Index of the stretch that a change is inside of; -1 where it is in none, or in several. */
function indexAround(stretches: readonly Leaf[], first: number, changed: Stretch): number {
  let start = first;
  for (const [index, { length }] of stretches.entries()) {
    const end = start + length;
    const isLast = index + 1 === stretches.length;
    if (changed.start < end || (isLast && changed.start === end))
      return changed.start >= start && changed.end <= end ? index : -1;
    start = end;
  }
  return -1;
}

function startOf(stretches: readonly Leaf[], first: number, index: number): number {
  let start = first;
  for (const { length } of stretches.slice(0, index)) start += length;
  return start;
}

/** What of the text before has changed: from the first to the last difference. */
function changedStretch(before: string, after: string): Stretch {
  const most = Math.min(before.length, after.length);
  const start = longest(most, (length, known) => before.slice(known, length) === after.slice(known, length));
  const rest = longest(
    most - start,
    (length, known) =>
      before.slice(before.length - length, before.length - known) ===
      after.slice(after.length - length, after.length - known),
  );
  return { start, end: before.length - rest };
}

/** The largest length up to `most` that holds, where each shorter one does; compares each stretch about twice. */
function longest(most: number, holds: (length: number, known: number) => boolean): number {
  if (holds(most, 0)) return most;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle, low)) low = middle;
    else high = middle;
  }
  return low;
}
