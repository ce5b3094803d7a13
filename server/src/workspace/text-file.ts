import type { LineIndex } from "../base/line-index.ts";
import type { Block, Span } from "../base/span.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { SpecFile } from "./spec-file.ts";

/** A file of the workspace that is no spec: it has a text, and neither a tree nor a document. */
export function textFile(block: Block, lines: LineIndex, text: string): SpecFile {
  const { uri } = block;
  const tree: SyntaxTree = {
    uri,
    text,
    source: text,
    lines,
    root: undefined,
    comments: [],
    problems: [],
    broken: { all: false, keys: new Set(), spans: [] },
    offsetOf: ({ start, end }: Span) => ({ start, end }),
    spanAt: ({ start, end }) => ({ block, start, end }),
    holds: (span) => span.block.uri === uri,
  };
  const { offsetOf, holds } = tree;
  const symbols = { definitions: [], references: [], files: [] };
  const none = { kind: undefined, document: undefined, shared: undefined, shape: [], symbols, links: [] };
  return { uri, text, lines, tree, offsetOf, holds, ...none };
}
