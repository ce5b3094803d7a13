/**
 * A stretch of text that keeps its place when text before it changes: offsets count UTF-16 units from the start of the
 * block it was parsed in. Where the block stands in a file is known by that file alone (`SyntaxTree.offsetOf`).
 */
export interface Span {
  readonly block: Block;
  readonly start: number;
  /** First offset after the stretch. */
  readonly end: number;
}

/** A stretch of one file that is parsed on its own. Compared by identity. */
export interface Block {
  readonly uri: string;
}

/** A span whose offsets count from the start of the text; what features and doors work with. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function spanFrom(first: Span, last: Span): Span {
  return { block: first.block, start: first.start, end: last.end };
}

/** The empty span at the start of another. */
export function startOf(span: Span): Span {
  return { block: span.block, start: span.start, end: span.start };
}

/** The empty span right after another. */
export function endOf(span: Span): Span {
  return { block: span.block, start: span.end, end: span.end };
}
