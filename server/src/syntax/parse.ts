import { LineIndex } from "../base/line-index.ts";
import { say } from "../base/message.ts";
import type { Block, Span, Stretch } from "../base/span.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { cutIntoEntries, type TextEntry } from "./entries.ts";
import { readYaml } from "./from-yaml.ts";
import { keyText, type MapNode, type Node, type Pair } from "./node.ts";
import type { BrokenParts, SyntaxProblem, SyntaxTree } from "./tree.ts";

/** Longest text that is read, in UTF-16 units. A spec has some ten thousand; the bound keeps time and memory bounded. */
export const MAX_TEXT_LENGTH = 5_000_000;

/**
 * Reads any text and never throws. A text that YAML cannot read as a whole is read entry by entry, so that a slip in one
 * entry hides nothing of the others.
 */
export function parse(uri: string, text: string): SyntaxTree {
  const block: Block = { uri };
  if (text.length > MAX_TEXT_LENGTH) return oversized(block, text);
  const whole = readYaml(block, text, { start: 0, end: text.length });
  if (!whole.failed) return treeOf(block, text, whole.root, whole.comments, whole.problems, NOTHING_BROKEN);
  const entries = cutIntoEntries(text, { start: 0, end: text.length });
  if (entries.length === 0) {
    const broken = { all: true, keys: new Set<string>(), spans: [] };
    return treeOf(block, text, whole.root, whole.comments, whole.problems, broken);
  }
  return readEntries(block, text, entries);
}

const NOTHING_BROKEN: BrokenParts = { all: false, keys: new Set(), spans: [] };

interface Parts {
  readonly pairs: Pair[];
  readonly problems: SyntaxProblem[];
  readonly comments: Span[];
  readonly broken: { all: boolean; keys: Set<string>; spans: Span[] };
}

function readEntries(block: Block, text: string, entries: readonly TextEntry[]): SyntaxTree {
  const parts: Parts = { pairs: [], problems: [], comments: [], broken: { all: false, keys: new Set(), spans: [] } };
  for (const entry of entries) readEntry(block, text, entry, parts);
  const root = mapOf(block, { start: 0, end: text.length }, parts.pairs);
  parts.problems.push(...duplicateKeys(parts.pairs));
  return treeOf(block, text, root, parts.comments, parts.problems, parts.broken);
}

/** Reads one entry of the root; where it fails, its own entries one by one. */
function readEntry(block: Block, text: string, entry: TextEntry, parts: Parts): void {
  const whole = readYaml(block, text, entry);
  parts.comments.push(...whole.comments);
  if (!whole.failed) {
    parts.problems.push(...whole.problems);
    if (whole.root?.kind === "map") parts.pairs.push(...whole.root.pairs);
    return;
  }
  parts.broken.keys.add(entry.key);
  const inner = entry.body ? cutIntoEntries(text, entry.body) : [];
  if (inner.length < 2) {
    parts.problems.push(...firstOf(whole.problems));
    parts.broken.spans.push({ block, start: entry.start, end: entry.end });
    parts.pairs.push(...readablePairs(block, entry, whole.root));
    return;
  }
  const pairs: Pair[] = [];
  for (const each of inner) {
    const read = readYaml(block, text, each);
    if (read.failed) {
      parts.problems.push(...firstOf(read.problems));
      parts.broken.spans.push({ block, start: each.start, end: each.end });
      pairs.push(...readablePairs(block, each, read.root));
    } else {
      parts.problems.push(...read.problems);
      if (read.root?.kind === "map") pairs.push(...read.root.pairs);
    }
  }
  parts.pairs.push({ key: keyNode(block, entry), value: mapOf(block, entry.body ?? entry, pairs) });
}

/** The parser goes on after its first complaint; the rest is mostly echo. Problems that are none of its own all stay. */
function firstOf(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const first = problems.find((problem) => problem.fatal);
  return problems.filter((problem) => !problem.fatal || problem === first);
}

function readablePairs(block: Block, entry: TextEntry, root: Node | undefined): Pair[] {
  if (root?.kind === "map" && root.pairs.some((pair) => keyText(pair) === entry.key)) return [...root.pairs];
  return [{ key: keyNode(block, entry), value: undefined }];
}

function keyNode(block: Block, entry: TextEntry): Pair["key"] {
  return { block, start: entry.keyStart, end: entry.keyEnd, kind: "scalar", value: entry.key, style: "plain" };
}

function mapOf(block: Block, at: Stretch, pairs: readonly Pair[]): MapNode {
  const start = pairs[0]?.key.start ?? at.start;
  return { block, start, end: at.end, kind: "map", flow: false, pairs };
}

function treeOf(
  block: Block,
  text: string,
  root: Node | undefined,
  comments: readonly Span[],
  problems: readonly SyntaxProblem[],
  broken: BrokenParts,
  source = text,
): SyntaxTree {
  const lines = new LineIndex(text);
  return {
    uri: block.uri,
    text,
    source,
    lines,
    root,
    comments,
    problems,
    broken,
    offsetOf: (span) => span,
    spanAt: (stretch) => ({ block, start: stretch.start, end: stretch.end }),
  };
}

function oversized(block: Block, text: string): SyntaxTree {
  const problem: SyntaxProblem = {
    rule: "oversized-file",
    fatal: true,
    span: { block, start: 0, end: 0 },
    message: say`This file has ${text.length} characters; Training Spec reads files of up to ${MAX_TEXT_LENGTH}.`,
    help: say`Split it: one program per file, and what programs share in a catalog.`,
  };
  return treeOf(block, "", undefined, [], [problem], { all: true, keys: new Set(), spans: [] }, text);
}
