import type { Finding } from "../base/finding.ts";
import type { LineIndex } from "../base/line-index.ts";
import type { Span, Stretch } from "../base/span.ts";
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
  offsetOf(span: Span): Stretch;
  spanAt(stretch: Stretch): Span;
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
