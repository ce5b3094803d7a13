import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Pair as YamlPair,
  type Scalar as YamlScalar,
} from "yaml";
import { code, say } from "../base/message.ts";
import type { Block, Span } from "../base/span.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { keyText, type Node, type Pair, type ScalarNode } from "./node.ts";
import { customTag, mergeKey, namedAlias, namedAnchor } from "./outside-language.ts";
import type { Source } from "./source.ts";
import type { SyntaxProblem } from "./tree.ts";

/** Deepest nesting that is read. The language needs seven levels. */
export const MAX_DEPTH = 60;
/** Most nodes that aliases may add to a text. */
const MAX_ALIASED_NODES = 10_000;

/** What anchors of one file stand for, shared by all readings of its parts. */
export class Anchors {
  readonly nodes = new Map<string, Node>();
  readonly #sizes = new WeakMap<Node, number>();
  aliased = 0;
  #used: ReadonlySet<string> | undefined;

  /** Whether an alias of that name stands anywhere in the file. */
  isUsed(name: string, text: string): boolean {
    this.#used ??= new Set(Array.from(text.matchAll(/\*([^\s,[\]{}]+)/g), (match) => match[1] ?? ""));
    return this.#used.has(name);
  }

  /** How many nodes a tree has that aliases may have grown without end. */
  sizeOf(node: Node): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === "list") for (const item of node.items) size += this.sizeOf(item);
    if (node.kind === "map") for (const pair of node.pairs) size += 1 + (pair.value ? this.sizeOf(pair.value) : 0);
    this.#sizes.set(node, size);
    return size;
  }
}

/** Turns the nodes of the `yaml` package into ours and says what the language leaves out of YAML. */
export class FromYaml {
  readonly problems: SyntaxProblem[] = [];
  readonly #block: Block;
  readonly #source: Source;
  readonly #anchors: Anchors;
  #tooDeep = false;

  constructor(block: Block, source: Source, anchors: Anchors) {
    this.#block = block;
    this.#source = source;
    this.#anchors = anchors;
  }

  node(node: ParsedNode, depth: number): Node | undefined {
    const span = this.#span(node.range);
    if (depth > MAX_DEPTH) return this.#deepNesting(span);
    if (isAlias(node)) return this.#alias(node.source, span);
    const read = this.#content(node, span, depth);
    if (read) this.#properties(node, span, read);
    return read;
  }

  #content(node: ParsedNode, span: Span, depth: number): Node | undefined {
    if (isMap(node)) {
      const pairs: Pair[] = [];
      const merged: Pair[] = [];
      for (const item of node.items) this.#pair(item as YamlPair<ParsedNode, ParsedNode | null>, depth, pairs, merged);
      for (const problem of duplicateKeys(pairs)) this.problems.push(problem);
      if (merged.length > 0) {
        const own = new Set(pairs.map(keyText));
        pairs.push(...merged.filter((pair) => !own.has(keyText(pair))));
      }
      return { ...span, kind: "map", flow: node.flow === true, pairs };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item as ParsedNode, depth + 1)).filter(isPresent);
      return { ...span, kind: "list", flow: node.flow === true, items };
    }
    return this.#scalar(node as YamlScalar.Parsed, span);
  }

  #pair(pair: YamlPair<ParsedNode, ParsedNode | null>, depth: number, pairs: Pair[], merged: Pair[]): void {
    const keySpan = this.#span(pair.key?.range ?? pair.value?.range);
    if (!isScalar(pair.key)) {
      this.problems.push(keyOfManyParts(keySpan));
      return;
    }
    const key = this.#scalar(pair.key as YamlScalar.Parsed, keySpan);
    this.#properties(pair.key, keySpan, key);
    const empty =
      pair.value === null || (isScalar(pair.value) && isEmpty(pair.value.range) && !hasProperties(pair.value));
    const value = empty || pair.value === null ? undefined : this.node(pair.value, depth + 1);
    if (key.value !== "<<" || key.style !== "plain") pairs.push({ key, value });
    else {
      this.problems.push(mergeKey(keySpan));
      for (const each of value?.kind === "list" ? value.items : [value]) {
        if (each?.kind === "map") for (const taken of each.pairs) merged.push(taken);
      }
    }
  }

  #scalar(node: YamlScalar.Parsed, span: Span): ScalarNode {
    const value = node.value as unknown;
    const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
    const number = typeof value === "bigint" ? Number(value) : plain;
    return { ...span, kind: "scalar", value: number, style: styleOf(node.type) };
  }

  /** Anchors and tags: read where that is safe, and always said. */
  #properties(node: ParsedNode, span: Span, read: Node): void {
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.#anchors.nodes.set(anchor, read);
      const at = this.#before(`&${anchor}`, node);
      this.problems.push(
        namedAnchor(anchor, at, { read, used: this.#anchors.isUsed(anchor, this.#source.whole) }, this.#source),
      );
    }
    if (node.tag !== undefined) this.problems.push(customTag(this.#before("!", node), span, read, this.#source));
  }

  #alias(name: string, span: Span): Node | undefined {
    const target = this.#anchors.nodes.get(name);
    const size = target ? this.#anchors.sizeOf(target) : 0;
    const readable = this.#anchors.aliased + size <= MAX_ALIASED_NODES;
    this.problems.push(namedAlias(name, span, target, readable, this.#source));
    if (!target || !readable) return { ...span, kind: "scalar", value: null, style: "plain" };
    this.#anchors.aliased += size;
    return { ...target, ...span };
  }

  #deepNesting(span: Span): undefined {
    if (!this.#tooDeep) this.problems.push(deepNesting({ ...span, end: span.start }));
    this.#tooDeep = true;
    return undefined;
  }

  #span(range: readonly [number, number, ...number[]] | null | undefined): Span {
    const [start, end] = range ?? [0, 0];
    return { block: this.#block, start: this.#source.originalOf(start), end: this.#source.originalOf(end) };
  }

  /** Where a property of a node stands in the text that YAML was given: the nearest place before its content. */
  #before(written: string, node: ParsedNode): { start: number; end: number } {
    const content = node.range?.[0] ?? 0;
    let start = Math.max(0, this.#source.text.lastIndexOf(written, content));
    while (written === "!" && this.#source.text[start - 1] === "!") start--;
    return { start, end: content };
  }
}

export function deepNesting(span: Span): SyntaxProblem {
  return {
    rule: "deep-nesting",
    fatal: true,
    span,
    message: say`This is nested more than ${MAX_DEPTH} levels deep, and is not read from here on.`,
    help: say`No part of a spec needs more than seven levels.`,
  };
}

function keyOfManyParts(span: Span): SyntaxProblem {
  return {
    rule: "unreadable-yaml",
    fatal: true,
    span,
    message: say`A key has to be one word or phrase, and this is a whole list or group of keys.`,
    help: say`Write ${code("key: value")}, one to a line. Text that starts with a question mark or a bracket needs quotes.`,
  };
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
