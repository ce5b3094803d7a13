import { LineIndex } from "../base/line-index.ts";
import type { Message } from "../base/message.ts";
import type { Block, Span, Stretch } from "../base/span.ts";
import { kindOf, type Lowerings, lower } from "../model/lower.ts";
import type { SpecDocument } from "../model/spec.ts";
import { isResultsName, type ResultsFile } from "../results/results-file.ts";
import { checkShape, type ShapeProblem } from "../schema/check.ts";
import { checkHeader } from "../schema/check-header.ts";
import { recheckShape } from "../schema/recheck.ts";
import { parse } from "../syntax/parse.ts";
import { cutWhole, reparse } from "../syntax/reparse.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { isKnownName, type KnownFindings, readKnownFindings } from "./known-findings.ts";
import { KnownSymbols } from "./known-symbols.ts";
import { readResultsText } from "./results-text.ts";
import { type SharedProgram, sharedInPlace, sharedOf } from "./shared-program.ts";
import { readShared, type WrittenShared } from "./shared-text.ts";
import { type FileSymbols, symbolsOf } from "./symbols.ts";
import { readSymbols, writeSymbols } from "./symbols-text.ts";
import { textFile } from "./text-file.ts";
import { isConfigUri, resolveUri } from "./uri.ts";

/**
 * One text, read once: its tree, its document, and everything that can be said without looking at another file. What only
 * the file itself needs (`SpecContent`) may be let go of and is read again when it is asked for.
 */
export interface SpecFile extends SpecContent {
  readonly uri: string;
  /** The text as it was given. */
  readonly text: string;
  /** Absent where the header names no kind of document. */
  readonly kind: SpecDocument["is"] | undefined;
  /** What other files see of it; absent for all but programs. */
  readonly shared: SharedProgram | undefined;
  readonly symbols: FileSymbols;
  /** URIs of the files it names: catalogs, results, known findings. */
  readonly links: readonly string[];
  readonly lines: LineIndex;
  /** Set where the file is no spec and a table of results. */
  readonly results?: ResultsFile;
  /** Set where the file holds known findings, or why it counts for nothing. */
  readonly known?: KnownFindings | Message;
  /** Throws for a span of another text. */
  offsetOf(span: Span): Stretch;
  /** Whether a span is one of this text: a stretch that was read again is another one. */
  holds(span: Span): boolean;
}

export interface SpecContent {
  readonly tree: SyntaxTree;
  /** Absent where the header names no kind of document. */
  readonly document: SpecDocument | undefined;
  readonly shape: readonly ShapeProblem[];
}

interface ReadContent extends SpecContent {
  /** What its pairs became, for the next version of it. */
  readonly kept?: { readonly parts: Lowerings; readonly symbols: KnownSymbols } | undefined;
}

/** What is known of a text before it is read. */
export interface ReadOptions {
  /** The version before: what has not changed since is taken over. */
  readonly before?: SpecFile | undefined;
  readonly facts?: ProgramFacts | undefined;
  /** It will be edited, and already its first edit is to find something that can be taken over. */
  readonly isOpen?: boolean | undefined;
}

/** Reads a text, unless there are facts about it: then it is read when somebody looks at it. */
export function readSpecFile(uri: string, text: string, { before, facts, isOpen }: ReadOptions = {}): SpecFile {
  if (isResultsName(uri)) return readResultsText(uri, text);
  if (isKnownName(uri)) return { ...textFile({ uri }, new LineIndex(text), text), known: readKnownFindings(text) };
  return new ReadFile(uri, text, before instanceof ReadFile ? { before, isOpen } : { facts, isOpen });
}

/** What was found out about the text of a program before, by whoever kept it. */
export interface ProgramFacts {
  readonly links: readonly string[];
  readonly shared: WrittenShared;
  /** Its names (`writeSymbols`), where somebody kept them. */
  readonly symbols?: string;
}

/** A spec that can let go of its tree and document, some ten times its text, and reads them again from the text. */
export class ReadFile implements SpecFile {
  readonly uri: string;
  readonly text: string;
  readonly kind: SpecDocument["is"] | undefined;
  readonly links: readonly string[];
  readonly #block: Block;
  #content: ReadContent | undefined;
  #symbols: FileSymbols | undefined;
  /** The same, as long as the content is let go of. */
  #symbolsText: string | undefined;
  #shared: SharedProgram | undefined;
  /** Until somebody asks what others see of it. */
  #facts: ProgramFacts | undefined;
  #whenRead: ((file: ReadFile) => void) | undefined;

  constructor(
    uri: string,
    text: string,
    {
      before,
      facts,
      isOpen,
    }: { before?: ReadFile; facts?: ProgramFacts | undefined; isOpen?: boolean | undefined } = {},
  ) {
    this.#block = { uri };
    this.uri = uri;
    this.text = text;
    if (facts && !isOpen) {
      this.kind = "program";
      this.links = facts.links;
      this.#facts = facts;
      this.#symbolsText = facts.symbols;
      return;
    }
    const content = readContent(this.#block, text, before?.content, isOpen);
    this.#content = content;
    this.kind = content.document?.is;
    this.links = this.symbols.files
      .filter(({ of, path }) => of === "catalog" || isResultsName(path) || isKnownName(path))
      .map(({ path }) => resolveUri(uri, path));
  }

  get content(): ReadContent {
    if (this.#content) return this.#content;
    this.#content = readContent(this.#block, this.text);
    this.#whenRead?.(this);
    return this.#content;
  }

  get tree(): SyntaxTree {
    return this.content.tree;
  }

  get document(): SpecDocument | undefined {
    return this.content.document;
  }

  get shape(): readonly ShapeProblem[] {
    return this.content.shape;
  }

  get symbols(): FileSymbols {
    if (!this.#content && this.#symbolsText) this.#symbols ??= readSymbols(this.#symbolsText, this.#block);
    this.#symbols ??= symbolsOf(this.document, this.#content?.kept?.symbols);
    return this.#symbols;
  }

  get shared(): SharedProgram | undefined {
    if (this.kind !== "program") return undefined;
    if (this.#facts) this.#shared = readShared(this.#facts.shared, this.#block);
    this.#facts = undefined;
    const { document } = this.#shared ? {} : this;
    if (document?.is === "program") this.#shared = (this.isReadable ? sharedOf : sharedInPlace)(document, this.symbols);
    return this.#shared;
  }

  get lines(): LineIndex {
    return this.#content?.tree.lines ?? new LineIndex(this.text);
  }

  /** Whether its content can be let go of: of a text that was edited, what has not changed must stay the same object. */
  get isReadable(): boolean {
    return this.kind === "program" && this.#content?.tree.blocks === undefined;
  }

  /** Its names, as they are kept. */
  get symbolsText(): string {
    return this.#symbolsText ?? writeSymbols(this.symbols);
  }

  /** Whether it holds more than its text and what others see of it. */
  get isRead(): boolean {
    return this.#content !== undefined;
  }

  /** Lets go of the content, until somebody asks for it; then it is read again, and `whenRead` is told. */
  release(whenRead: (file: ReadFile) => void): void {
    if (!this.isReadable || !(this.#facts || this.shared)) return;
    if (this.#content) this.#symbolsText ??= writeSymbols(this.symbols);
    this.#symbols = undefined;
    this.#content = undefined;
    this.#whenRead = whenRead;
  }

  offsetOf(span: Span): Stretch {
    return this.#content?.tree.offsetOf(span) ?? span;
  }

  holds(span: Span): boolean {
    return this.#content?.tree.holds(span) ?? span.block === this.#block;
  }
}

function readContent(block: Block, text: string, before?: ReadContent, isOpen = false): ReadContent {
  const { uri } = block;
  const whole = before ? reparse(before.tree, text) : parse(uri, text, block);
  const tree = isOpen && !whole.blocks ? cutWhole(whole) : whole;
  const kind = isConfigUri(uri) ? "config" : kindOf(tree.root);
  const isSameKind = before?.document?.is === kind;
  const kept = tree.blocks && ((isSameKind && before?.kept) || { parts: new WeakMap(), symbols: new KnownSymbols() });
  const document = lower(tree.root, kind, kept?.parts);
  if (before) return { tree, document, shape: shapeProblems(tree, document, isSameKind ? before : undefined), kept };
  let shape: readonly ShapeProblem[] | undefined;
  return {
    tree,
    document,
    // Of a text that was read for something else nobody may ask.
    get shape() {
      shape ??= shapeProblems(tree, document, undefined);
      return shape;
    },
    kept,
  };
}

function shapeProblems(
  tree: SyntaxTree,
  document: SpecDocument | undefined,
  before: SpecContent | undefined,
): readonly ShapeProblem[] {
  if (document && before) return recheckShape(document.is, tree, before);
  if (document) return checkShape(document.is, document.node);
  if (tree.broken.all) return [];
  const header = checkHeader(tree.root, tree.spanAt({ start: 0, end: 0 }));
  return header ? [header] : [];
}
