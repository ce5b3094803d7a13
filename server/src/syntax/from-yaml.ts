import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type Pair as YamlPair,
  type Scalar as YamlScalar,
} from "yaml";
import { code, say } from "../base/message.ts";
import type { Block, Span, Stretch } from "../base/span.ts";
import { commentsIn } from "./comments.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import type { Node, Pair, ScalarNode } from "./node.ts";
import { inPlainWords } from "./plain-words.ts";
import type { SyntaxProblem } from "./tree.ts";
import { unreadableText } from "./unreadable-text.ts";

export interface YamlReading {
  readonly root: Node | undefined;
  readonly comments: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
  /** Something could not be read; `root` holds what could. */
  readonly failed: boolean;
}

/** Deepest nesting that is read. The language needs seven levels. */
const MAX_DEPTH = 60;
/** Most nodes that aliases may add to a text. */
const MAX_ALIASED_NODES = 10_000;

/** Reads a stretch of a text with the `yaml` package. Never throws. */
export function readYaml(block: Block, text: string, within: Stretch): YamlReading {
  const source = within.start === 0 && within.end === text.length ? text : text.slice(within.start, within.end);
  const comments: Span[] = [];
  const composer = new Composer({ uniqueKeys: false, logLevel: "silent", prettyErrors: false, merge: false });
  const documents: Document.Parsed[] = [];
  for (const token of new Parser().parse(source)) {
    commentsIn(token, (start, end) => comments.push({ block, start: within.start + start, end: within.start + end }));
    for (const document of composer.next(token)) documents.push(document);
  }
  for (const document of composer.end(false, source.length)) documents.push(document);
  const [first, second] = documents;
  const problems: SyntaxProblem[] = unreadableText(block, text, within);
  const errors = documents.flatMap((document) => document.errors);
  for (const error of errors) problems.push(inPlainWords(error, block, text, within));
  if (second) problems.push(severalDocuments(block, within.start + (second.range?.[0] ?? 0)));
  const adapter = new Adapter(block, text, within.start, problems);
  const root = first?.contents ? adapter.node(first.contents as ParsedNode, 0) : undefined;
  return { root, comments, problems, failed: errors.length > 0 || adapter.cutShort };
}

function severalDocuments(block: Block, start: number): SyntaxProblem {
  return {
    rule: "several-documents",
    fatal: false,
    span: { block, start, end: start },
    message: say`A second document starts here, after a line ${code("---")}.`,
    help: say`One file holds one program or one catalog. Move this part to a file of its own.`,
  };
}

/** Turns the nodes of the `yaml` package into ours and says what the language leaves out of YAML. */
class Adapter {
  readonly #block: Block;
  readonly #text: string;
  readonly #shift: number;
  readonly #problems: SyntaxProblem[];
  readonly #anchors = new Map<string, ParsedNode>();
  #aliasDepth = 0;
  #aliasedNodes = 0;
  cutShort = false;

  constructor(block: Block, text: string, shift: number, problems: SyntaxProblem[]) {
    this.#block = block;
    this.#text = text;
    this.#shift = shift;
    this.#problems = problems;
  }

  node(node: ParsedNode, depth: number): Node | undefined {
    const span = this.#span(node.range);
    if (depth > MAX_DEPTH) return this.#tooDeep(span);
    if (this.#aliasDepth > 0) this.#aliasedNodes++;
    if (isAlias(node)) return this.#alias(node.source, span, depth);
    this.#properties(node, span);
    if (isMap(node)) {
      const pairs = node.items
        .map((item) => this.#pair(item as YamlPair<ParsedNode, ParsedNode | null>, depth))
        .filter(isPresent);
      if (this.#aliasDepth === 0) this.#problems.push(...duplicateKeys(pairs));
      return { ...span, kind: "map", flow: node.flow === true, pairs };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item as ParsedNode, depth + 1)).filter(isPresent);
      return { ...span, kind: "list", flow: node.flow === true, items };
    }
    return this.#scalar(node as YamlScalar.Parsed, span);
  }

  #pair(pair: YamlPair<ParsedNode, ParsedNode | null>, depth: number): Pair | undefined {
    const keySpan = this.#span(pair.key?.range ?? pair.value?.range);
    if (!isScalar(pair.key)) {
      this.cutShort = true;
      this.#problems.push({
        rule: "unreadable-yaml",
        fatal: true,
        span: keySpan,
        message: say`A key has to be one word or phrase, and this is a whole list or map.`,
        help: say`Write ${code("key: value")}, one to a line.`,
      });
      return undefined;
    }
    this.#properties(pair.key, keySpan);
    const key = this.#scalar(pair.key as YamlScalar.Parsed, keySpan);
    if (key.value === "<<" && key.style === "plain") this.#mergeKey(keySpan);
    const empty =
      pair.value === null || (isScalar(pair.value) && isEmpty(pair.value.range) && !hasProperties(pair.value));
    return { key, value: empty || pair.value === null ? undefined : this.node(pair.value, depth + 1) };
  }

  #scalar(node: YamlScalar.Parsed, span: Span): ScalarNode {
    const value = node.value as unknown;
    const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
    return {
      ...span,
      kind: "scalar",
      value: typeof value === "bigint" ? Number(value) : plain,
      style: styleOf(node.type),
    };
  }

  /** Anchors, aliases, tags and merge keys: read where that is safe, and always said. */
  #properties(node: ParsedNode, span: Span): void {
    if (this.#aliasDepth > 0) return;
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.#anchors.set(anchor, node);
      const at = this.#before(`&${anchor}`, span);
      this.#problems.push({
        rule: "anchor-or-alias",
        fatal: false,
        span: at,
        message: say`${code(`&${anchor}`)} is an anchor, and specs are written without them.`,
        help: say`Text that starts with ${code("&")} needs quotes. To use a value twice, write it twice, or define it in a catalog.`,
        fixes: [
          {
            title: say`Remove ${code(`&${anchor}`)}`,
            safe: false,
            edits: [{ span: this.#withSpaceAfter(at), text: "" }],
          },
        ],
      });
    }
    if (node.tag !== undefined) {
      const at = this.#before("!", span);
      const written = this.#text.slice(at.start, span.start).trim() || "!";
      this.#problems.push({
        rule: "custom-tag",
        fatal: false,
        span: { ...at, end: at.start + written.length },
        message: say`${code(written)} is a YAML tag, and specs are written without them.`,
        help: say`A reader who does not know the tag sees something else. Remove it, or put the text in quotes.`,
        fixes: [
          {
            title: say`Remove ${code(written)}`,
            safe: false,
            edits: [{ span: this.#withSpaceAfter({ ...at, end: at.start + written.length }), text: "" }],
          },
        ],
      });
    }
  }

  #alias(name: string, span: Span, depth: number): Node | undefined {
    const target = this.#anchors.get(name);
    const written = target && this.#writtenOut(target);
    if (this.#aliasDepth === 0) {
      this.#problems.push({
        rule: "anchor-or-alias",
        fatal: target === undefined,
        span,
        message: target
          ? say`${code(`*${name}`)} is an alias, and specs are written without them.`
          : say`${code(`*${name}`)} points to nothing: no ${code(`&${name}`)} stands before it.`,
        help: say`Text that starts with ${code("*")} needs quotes. To use a value twice, write it twice, or define it in a catalog.`,
        fixes: written ? [{ title: say`Write the value out`, safe: false, edits: [{ span, text: written }] }] : [],
      });
    }
    if (!target) this.cutShort = true;
    if (!target || this.#aliasDepth > 0 || this.#aliasedNodes > MAX_ALIASED_NODES) {
      this.cutShort = true;
      return { ...span, kind: "scalar", value: null, style: "plain" };
    }
    this.#aliasDepth++;
    const node = this.node(target, depth + 1);
    this.#aliasDepth--;
    return node && { ...node, ...span };
  }

  #writtenOut(target: ParsedNode): string | undefined {
    const { start, end } = this.#span(target.range);
    const source = this.#text.slice(start, end);
    return /[\r\n*&]/.test(source) || source === "" ? undefined : source;
  }

  #mergeKey(span: Span): void {
    this.#problems.push({
      rule: "merge-key",
      fatal: false,
      span,
      message: say`${code("<<")} is a merge key, and specs are written without them.`,
      help: say`A reader who does not know it sees something else. Write the keys out.`,
    });
  }

  #tooDeep(span: Span): undefined {
    this.cutShort = true;
    if (!this.#problems.some((problem) => problem.rule === "deep-nesting")) {
      this.#problems.push({
        rule: "deep-nesting",
        fatal: true,
        span: { ...span, end: span.start },
        message: say`This is nested more than ${MAX_DEPTH} levels deep, and is not read from here on.`,
        help: say`No part of a spec needs more than seven levels.`,
      });
    }
    return undefined;
  }

  #span(range: readonly [number, number, ...number[]] | null | undefined): Span {
    const [start, end] = range ?? [0, 0];
    return { block: this.#block, start: start + this.#shift, end: end + this.#shift };
  }

  /** Where a property of a node stands: the nearest place before its content. */
  #before(written: string, span: Span): Span {
    const found = this.#text.lastIndexOf(written, span.start);
    const start = found < this.#shift ? span.start : found;
    return { block: this.#block, start, end: start + written.length };
  }

  #withSpaceAfter(span: Span): Span {
    let end = span.end;
    while (this.#text[end] === " ") end++;
    return { ...span, end };
  }
}

function styleOf(type: string | null | undefined): ScalarNode["style"] {
  if (type === "QUOTE_DOUBLE") return "double";
  if (type === "QUOTE_SINGLE") return "single";
  if (type === "BLOCK_LITERAL") return "literal";
  return type === "BLOCK_FOLDED" ? "folded" : "plain";
}

function isEmpty(range: readonly [number, number, ...number[]] | null | undefined): boolean {
  return !range || range[0] === range[1];
}

function hasProperties(node: { anchor?: string; tag?: string }): boolean {
  return node.anchor !== undefined || node.tag !== undefined;
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
