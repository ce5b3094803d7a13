import type { Block, Stretch } from "../base/span.ts";
import { END, folded, MARK, NOTHING_BELOW } from "./line-reader.ts";
import { keyText, type Node, type Pair, type ScalarNode } from "./node.ts";
import { ScalarReader } from "./scalar-reader.ts";
import type { YamlReading } from "./yaml-reading.ts";

/**
 * Reads the YAML that specs are written in, in one pass and many times faster than the `yaml` package. What it returns is
 * exactly what `readYaml` would return; undefined where the text holds anything else, or a mistake.
 */
export function readFast(block: Block, text: string, within: Stretch, depth = 0): FastReading | undefined {
  return new FastReader(block, text, within, depth).read();
}

/** A reading in one pass. `depth`, where it is given, is that of the part which the text is the inside of. */
export interface FastReading extends YamlReading {
  /** Brackets that are no part of a list or map. */
  readonly looseBrackets: number;
}

const MAX_DEPTH = 60;
/** The `yaml` package takes keys of up to 1024 characters, and `readYaml` cuts a text where 500 brackets are open. */
const MAX_KEY_LENGTH = 1000;
export const MAX_LOOSE_BRACKETS = 400;
/** Keys of one map that are compared one by one; more are looked up. */
const FEW_KEYS = 16;

const [COMMA, DASH, COLON, PIPE, GREATER] = [0x2c, 0x2d, 0x3a, 0x7c, 0x3e];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

class FastReader extends ScalarReader {
  #depth: number;
  #flows = 0;

  constructor(block: Block, text: string, within: Stretch, depth: number) {
    super(block, text, within);
    this.#depth = depth;
  }

  read(): FastReading | undefined {
    const start = this.at;
    this.toContent(NOTHING_BELOW);
    if (this.column === MARK && this.code(this.at) === DASH) {
      this.at += 3;
      this.endLine();
      this.toContent(NOTHING_BELOW);
      if (this.column < 0) return undefined;
    }
    const root = this.column < 0 ? undefined : this.#part(-1);
    if (this.refused || this.column !== END || (root && !isBlockPart(root))) return undefined;
    const looseBrackets = bracketsIn(this.text.slice(start, this.limit)) - this.#flows;
    if (looseBrackets > MAX_LOOSE_BRACKETS) return undefined;
    return { root, comments: this.comments, problems: [], error: undefined, cutShort: false, looseBrackets };
  }

  /** A map, a list, or a value that stands below its key, or beside or below its bullet, in a part of that column. */
  #part(parent: number): Node {
    const { column, lineStart } = this;
    if (this.atBullet()) return this.#list(column);
    const code = this.code(this.at);
    if (code === PIPE || code === GREATER || code === OPEN_LIST || code === OPEN_MAP) return this.#value(parent);
    const scalar = this.scalar(parent);
    if (!this.toColon()) return this.#endOfValue(scalar, parent);
    return this.lineStart === lineStart ? this.#map(column, scalar) : this.refuse();
  }

  #value(parent: number): Node {
    const code = this.code(this.at);
    if (code === PIPE || code === GREATER) return this.blockText(parent);
    const flow = code === OPEN_LIST || code === OPEN_MAP;
    return this.#endOfValue(flow ? this.#flow(parent) : this.scalar(parent), parent);
  }

  #map(column: number, first: ScalarNode): Node {
    this.#enter();
    const pairs: Pair[] = [];
    const keys = new Keys();
    let key = first;
    let end = first.end;
    for (;;) {
      if (key.end - key.start > MAX_KEY_LENGTH || !keys.add(key, pairs)) return this.refuse();
      const inLine = this.#toValue();
      pairs.push({ key, value: inLine ? this.#value(column) : this.#below(column, column - 1) });
      end = this.tail;
      if (this.column !== column) break;
      key = this.scalar(NOTHING_BELOW);
      if (!this.toColon()) return this.refuse();
    }
    this.#leave(column);
    return { block: this.block, start: first.start, end, kind: "map", flow: false, pairs };
  }

  #list(column: number): Node {
    this.#enter();
    const start = this.at;
    const items: Node[] = [];
    let end = start;
    let commented = false;
    do {
      const bullet = this.at;
      if (this.#toValue()) {
        this.column = column + this.at - bullet;
        items.push(this.#part(column));
      } else {
        const empty = this.at;
        const item = this.#below(column, column);
        if (!item && commented) this.tail = this.at;
        items.push(item ?? this.node(empty, empty, null, "plain"));
      }
      end = this.tail;
      commented = this.deepestComment >= 0;
    } while (this.column === column && this.atBullet());
    this.#leave(column);
    return { block: this.block, start, end, kind: "list", flow: false, items };
  }

  #enter(): void {
    this.#depth++;
    if (this.#depth > MAX_DEPTH) this.refuse();
  }

  /** The `yaml` package counts the comments below to a part when one of them is indented as far as the part. */
  #leave(column: number): void {
    this.#depth--;
    if (this.column > column) this.refuse();
    if (column > 0 && this.deepestComment >= column) this.tail = this.at;
  }

  /** From a colon or bullet to what stands behind it on its line; false where nothing does. */
  #toValue(): boolean {
    this.skip(1);
    return !this.atLineEnd();
  }

  /** What stands below a key or bullet: further in than `parent`, or a list further in than `list`. */
  #below(parent: number, list: number): Node | undefined {
    const empty = this.at;
    const comments = this.comments.length;
    this.endLine();
    this.toContent(NOTHING_BELOW);
    const commented = this.comments.length > comments;
    if (this.column > parent || (this.column > list && this.atBullet())) {
      const part = this.#part(parent);
      return commented && !isBlockPart(part) ? this.refuse() : part;
    }
    this.tail = commented ? this.at : empty;
    this.deepestComment = -1;
    return undefined;
  }

  /** The rest of the line behind a value, and the lines that go on with it. */
  #endOfValue(value: Node, parent: number): Node {
    const comments = this.comments.length;
    this.endLine();
    this.toContent(parent);
    if (this.column <= parent) return value;
    if (value.kind !== "scalar" || value.style !== "plain") return this.refuse();
    let text = this.text.slice(value.start, value.end);
    let end = value.end;
    while (this.column > parent) {
      if (this.comments.length > comments) return this.refuse();
      const start = this.at;
      end = this.at = this.plainEnd(start);
      text += folded(this.emptyLines) + this.text.slice(start, end);
      this.endLine();
      this.toContent(parent);
    }
    return this.node(value.start, end, text, "plain");
  }

  /** `[a, b]` or `{ a: 1, b }`; further lines stand further in than `parent`. */
  #flow(parent: number): Node {
    const { block, at: start } = this;
    const isMap = this.code(start) === OPEN_MAP;
    const close = isMap ? CLOSE_MAP : CLOSE_LIST;
    const pairs: Pair[] = [];
    const items: Node[] = [];
    const keys = new Keys();
    this.#enter();
    this.#flows++;
    this.openBrackets++;
    let code = this.#inFlow(1, parent);
    while (code !== close) {
      if (isMap) {
        const key = this.scalar(NOTHING_BELOW);
        if (!keys.add(key, pairs)) return this.refuse();
        const empty = this.skip(0) !== COLON || this.skip(1) === COMMA || this.code(this.at) === close;
        pairs.push({ key, value: empty ? undefined : this.#flowValue(parent) });
      } else items.push(this.#flowValue(parent));
      code = this.#inFlow(0, parent);
      if (code === COMMA) code = this.#inFlow(1, parent);
      else if (code !== close) return this.refuse();
    }
    const end = ++this.at;
    this.#depth--;
    this.openBrackets--;
    return isMap
      ? { block, start, end, kind: "map", flow: true, pairs }
      : { block, start, end, kind: "list", flow: true, items };
  }

  #flowValue(parent: number): Node {
    const code = this.code(this.at);
    return code === OPEN_LIST || code === OPEN_MAP ? this.#flow(parent) : this.scalar(NOTHING_BELOW);
  }

  /** What stands inside brackets behind so many characters, spaces and line breaks. */
  #inFlow(count: number, parent: number): number {
    this.skip(count);
    if (!this.atLineEnd()) return this.code(this.at);
    this.endLine();
    this.toContent(NOTHING_BELOW);
    const code = this.code(this.at);
    const lastBracket = this.openBrackets === 1 && (code === CLOSE_LIST || code === CLOSE_MAP);
    if (this.column < parent || (this.column === parent && !lastBracket)) this.refuse();
    return code;
  }
}

/** The keys of one map. */
class Keys {
  #many: Set<string> | undefined;

  /** False for a key that the language does not have: the same a second time, and `<<`. */
  add(key: ScalarNode, before: readonly Pair[]): boolean {
    const text = String(key.value);
    if (text === "<<") return false;
    if (before.length < FEW_KEYS) {
      for (const pair of before) if (keyText(pair) === text) return false;
      return true;
    }
    this.#many ??= new Set(before.map(keyText));
    const { size } = this.#many;
    return this.#many.add(text).size > size;
  }
}

function isBlockPart(node: Node): boolean {
  return node.kind !== "scalar" && !node.flow;
}

/** Opening brackets, whatever they stand in. */
export function bracketsIn(text: string): number {
  let count = 0;
  for (const sign of ["[", "{"]) for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
