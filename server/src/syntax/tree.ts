import type { Finding } from "../base/finding.ts";
import type { LineIndex } from "../base/line-index.ts";
import type { Span, Stretch } from "../base/span.ts";
import type { Blocks } from "./blocks.ts";
import type { Node } from "./node.ts";

/** What one text says, as far as it can be read. Immutable. */
export interface SyntaxTree {
  readonly uri: string;
  /** What was read; empty where it was too long to read. */
  readonly text: string;
  /** What was given to be read. */
  readonly source: string;
  readonly lines: LineIndex;
  /** The content of the first document; absent where there is none or nothing of it can be read. */
  readonly root: Node | undefined;
  readonly comments: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
  /** The parts that could not be read whole. What seems to be missing from them may stand there all the same. */
  readonly broken: BrokenParts;
  /** Set where the text has been cut into stretches that are read again one by one. */
  readonly blocks?: Blocks;
  /** How the text was cut the last time that it could be. */
  readonly earlier?: { readonly text: string; readonly blocks: Blocks };
  /** Set where the text could be read in one pass: brackets in it that are no part of a list or map. */
  readonly looseBrackets?: number | undefined;
  /** Throws for a span of another text. */
  offsetOf(span: Span): Stretch;
  spanAt(stretch: Stretch): Span;
  /** Whether a span is one of this text: a stretch that was read again is another one. */
  holds(span: Span): boolean;
}

export interface BrokenParts {
  /** Everything is in doubt. */
  readonly all: boolean;
  /** Keys of the root in whose content something is in doubt. */
  readonly keys: ReadonlySet<string>;
  readonly spans: readonly Span[];
}

/** A finding that needs no rule to find it; `rule` names the page that explains it. */
export interface SyntaxProblem extends Finding {
  readonly rule: SyntaxRule;
  /** Something of the text could not be read because of it. */
  readonly fatal: boolean;
}

export type SyntaxRule =
  | "anchor-or-alias"
  | "custom-tag"
  | "deep-nesting"
  | "duplicate-key"
  | "merge-conflict"
  | "merge-key"
  | "missing-space"
  | "oversized-file"
  | "several-documents"
  | "tab-indentation"
  | "unclosed-bracket"
  | "unclosed-quote"
  | "unquoted-colon"
  | "unquoted-text"
  | "unreadable-text"
  | "unreadable-yaml"
  | "wrong-indentation";
