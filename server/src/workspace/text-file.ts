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
  const symbols = { definitions: [], references: [], files: [] };
  return { uri, tree, document: undefined, shape: [], symbols, links: [] };
}
