import { LineIndex, lastAtMost } from "../base/line-index.ts";
import { say } from "../base/message.ts";
import type { Block, Span } from "../base/span.ts";
import { firstDocument } from "./documents.ts";
import { readFast } from "./fast-yaml.ts";
import { Anchors } from "./from-yaml.ts";
import { MAX_TEXT_LENGTH } from "./max-text-length.ts";
import { mergeConflicts } from "./merge-conflicts.ts";
import { keyText, type Node } from "./node.ts";
import { readSource } from "./read-source.ts";
import { Recovery } from "./recover.ts";
import { Source } from "./source.ts";
import { lineEnd, trimmedEnd } from "./text-line.ts";
import type { BrokenParts, SyntaxProblem, SyntaxTree } from "./tree.ts";
import { otherEncoding, unreadableText } from "./unreadable-text.ts";

/** The same for a text that cannot be read in one pass: one with a slip, or with parts of YAML that specs do without. */
const MAX_UNUSUAL_LENGTH = 1_000_000;

/**
 * Reads any text and never throws. A text that YAML cannot read as a whole is read entry by entry, so that a slip in one
 * entry hides nothing of the others. `block`: the one that spans name, where the same text has been read before.
 */
export function parse(uri: string, text: string, block: Block = { uri }): SyntaxTree {
  if (text.length > MAX_TEXT_LENGTH) return unread(block, text, oversized(block, text, MAX_TEXT_LENGTH));
  if (text.length > MAX_UNUSUAL_LENGTH && !readFast(block, text, { start: 0, end: text.length }))
    return unread(block, text, oversized(block, text, MAX_UNUSUAL_LENGTH));
  const damaged = otherEncoding(block, text);
  if (damaged) return unread(block, text, damaged);
  const problems: SyntaxProblem[] = [...unreadableText(block, text)];
  const { end, problem: another } = firstDocument(block, breakAtReturns(text));
  if (another) problems.push(another);
  const conflicts = mergeConflicts(block, breakAtReturns(text).slice(0, end));
  problems.push(...conflicts.problems);
  const doubtful: Span[] = conflicts.problems.map((problem) => problem.span);
  const whole = readSource(block, new Source(conflicts.text, { start: 0, end }), new Anchors());
  if (!whole.error) {
    problems.push(...whole.problems);
    for (const problem of whole.problems) if (problem.fatal) doubtful.push(problem.span);
    const broken = brokenParts(whole.root, doubtful, whole.cutShort || another !== undefined);
    return treeOf(block, text, { ...whole, problems, broken });
  }
  if (!/^[ \t]{0,8}(?:version|kind)\b/m.test(conflicts.text)) return notASpec(block, text, problems);
  const recovery = new Recovery(block, conflicts.text, new Anchors());
  const root = recovery.block({ start: 0, end }, -1, { at: whole.error.pos[0], inside: true });
  problems.push(...recovery.problems);
  doubtful.push(...recovery.doubtful);
  const broken = brokenParts(root, doubtful, root === undefined || another !== undefined);
  return treeOf(block, text, { root, comments: recovery.comments, problems, broken });
}

/** A lone CR ends a line, as it does in the editor; the `yaml` package knows only LF and CRLF. */
function breakAtReturns(text: string): string {
  return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}

/** Which keys of the root hold doubtful stretches. */
function brokenParts(root: Node | undefined, spans: readonly Span[], all: boolean): BrokenParts {
  const keys = new Set<string>();
  if (root?.kind === "map") {
    const starts = root.pairs.map((pair) => pair.key.start);
    for (const span of spans) {
      const last = lastAtMost(starts, span.end);
      for (let at = lastAtMost(starts, span.start); at <= last; at++) {
        const pair = root.pairs[at];
        if (pair) keys.add(keyText(pair));
      }
    }
  }
  return { all, keys, spans };
}

interface Content {
  readonly root: Node | undefined;
  readonly comments: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
  readonly broken: BrokenParts;
  readonly looseBrackets?: number | undefined;
}

function treeOf(
  block: Block,
  text: string,
  { root, comments, problems, broken, looseBrackets }: Content,
  source = text,
): SyntaxTree {
  return {
    uri: block.uri,
    text,
    source,
    lines: new LineIndex(text),
    root,
    comments,
    problems,
    broken,
    looseBrackets,
    offsetOf: (span) => span,
    spanAt: (stretch) => ({ block, start: stretch.start, end: stretch.end }),
    holds: (span) => span.block === block,
  };
}

/** A text that cannot be read and has no header is no spec with a slip; that it has none is all there is to say. */
function notASpec(block: Block, text: string, problems: readonly SyntaxProblem[]): SyntaxTree {
  const start = Math.max(0, text.search(/\S/));
  const end = trimmedEnd(text, start, lineEnd(text, start));
  const root: Node = { block, start, end, kind: "scalar", value: text.slice(start, end), style: "plain" };
  const broken = { all: false, keys: new Set<string>(), spans: [] };
  return treeOf(block, text, { root, comments: [], problems, broken });
}

function unread(block: Block, text: string, problem: SyntaxProblem): SyntaxTree {
  const broken = { all: true, keys: new Set<string>(), spans: [] };
  return treeOf(block, "", { root: undefined, comments: [], problems: [problem], broken }, text);
}

function oversized(block: Block, text: string, limit: number): SyntaxProblem {
  return {
    rule: "oversized-file",
    fatal: true,
    span: { block, start: 0, end: 0 },
    message: say`This file has ${text.length} characters; Training Spec reads files of up to ${limit}${limit < MAX_TEXT_LENGTH ? say` with a slip in them` : ""}.`,
    help: say`Split it: one program per file, and what programs share in a catalog.`,
  };
}
