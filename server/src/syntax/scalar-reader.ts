import { folded, isBlank, LineReader, NOTHING_BELOW } from "./line-reader.ts";
import type { ScalarNode } from "./node.ts";
import { plainValue } from "./plain-value.ts";

const [LF, CR, SPACE, HASH, DASH, COLON, QUESTION] = [10, 13, 0x20, 0x23, 0x2d, 0x3a, 0x3f];
const [DOUBLE, SINGLE, PLUS, GREATER, BACKSLASH] = [0x22, 0x27, 0x2b, 0x3e, 0x5c];
/** Where unquoted text may end, and what it cannot start with. */
const STOPS = table(":# ,[]{}");
const NO_START = table(",[]{}#&*!|>'\"%@`");
const FLOW_SIGNS = table(",[]{}");

/** Reads the values of a text: unquoted, quoted, and in lines below `|` and `>`. */
export class ScalarReader extends LineReader {
  /** How many brackets are open; inside them unquoted text ends earlier. */
  openBrackets = 0;

  /** Unquoted text on this line, or quoted text, whose further lines stand further in than `parent`. */
  scalar(parent: number): ScalarNode {
    const start = this.at;
    const code = this.code(start);
    if (code === DOUBLE || code === SINGLE) return this.#quoted(code, parent);
    if (NO_START[code] === 1 || code === 0xfeff) return this.refuse();
    if (code === DASH || code === COLON || code === QUESTION) {
      const next = this.code(start + 1);
      const inFlow = this.openBrackets > 0;
      if (isBlank(next) || (inFlow && (code === COLON || FLOW_SIGNS[next] === 1))) return this.refuse();
    }
    const end = this.plainEnd(start);
    if (end === start) return this.refuse();
    this.at = end;
    return this.node(start, end, plainValue(this.text, start, end), "plain");
  }

  node(start: number, end: number, value: ScalarNode["value"], style: ScalarNode["style"]): ScalarNode {
    return { block: this.block, start, end, kind: "scalar", value, style };
  }

  /** Where unquoted text ends on its line, without the spaces behind it. */
  plainEnd(start: number): number {
    const { text, limit } = this;
    const inFlow = this.openBrackets > 0;
    let end = start;
    for (let at = start; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (STOPS[code] === 1) {
        if (code === SPACE) continue;
        if (code < SPACE) break;
        if (code === COLON) {
          const next = this.code(at + 1);
          if (isBlank(next) || (inFlow && FLOW_SIGNS[next] === 1)) break;
        } else if (code === HASH ? end < at : inFlow) break;
      }
      end = at + 1;
    }
    return end;
  }

  #quoted(quote: number, parent: number): ScalarNode {
    const { text, at: start } = this;
    let value = "";
    let from = start + 1;
    for (let at = from; at < this.limit; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        value += text.slice(from, at);
        if (quote === DOUBLE || this.code(at + 1) !== SINGLE) {
          this.at = at + 1;
          return this.node(start, at + 1, value, quote === DOUBLE ? "double" : "single");
        }
        from = ++at;
      } else if (code === BACKSLASH && quote === DOUBLE) {
        value += text.slice(from, at) + this.#escaped(at);
        from = this.at;
        at = from - 1;
      } else if (code === LF || code === CR) {
        let end = at;
        while (end > from && text.charCodeAt(end - 1) === SPACE) end--;
        const comments = this.comments.length;
        this.at = at;
        this.endLine();
        this.toContent(NOTHING_BELOW);
        if (this.column <= parent || this.comments.length > comments) return this.refuse();
        value += text.slice(from, end) + folded(this.emptyLines);
        from = this.at;
        at = from - 1;
      } else if (code < SPACE) break;
    }
    return this.refuse();
  }

  #escaped(backslash: number): string {
    const sign = this.text.charAt(backslash + 1);
    const width = sign === "x" ? 2 : sign === "u" ? 4 : sign === "U" ? 8 : 0;
    this.at = backslash + 2 + width;
    const simple = ESCAPES.get(sign);
    if (simple !== undefined) return simple;
    const digits = this.text.slice(backslash + 2, this.at);
    const codePoint = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
    if (codePoint <= 0x10ffff && digits.length === width) return String.fromCodePoint(codePoint);
    this.refuse();
    return "";
  }

  /** The lines below `|` or `>` that stand further in than `parent`. */
  blockText(parent: number): ScalarNode {
    const { text, limit, at: start } = this;
    const style = this.code(start) === GREATER ? "folded" : "literal";
    const { chomping, indentation } = this.#header();
    this.endLine();
    let column = indentation === 0 ? 0 : parent + indentation;
    let value = "";
    let emptyLines = 0;
    let deepestEmptyLine = 0;
    let end = -1;
    let lineStart = this.at;
    while (lineStart < limit) {
      let at = lineStart;
      while (this.code(at) === SPACE) at++;
      const code = this.code(at);
      const found = at - lineStart;
      if (code === LF || (code === CR && this.code(at + 1) === LF)) {
        if (column > 0 && found > column) return this.refuse();
        if (found > deepestEmptyLine) deepestEmptyLine = found;
        emptyLines++;
        lineStart = code === LF ? at + 1 : at + 2;
        continue;
      }
      if (at >= limit || code < SPACE) return this.refuse();
      if (column === 0 && found > parent) column = found;
      if (column === 0 || found < column) break;
      if ((style === "folded" && found > column) || (end < 0 && deepestEmptyLine > column)) return this.refuse();
      if (end < 0) value = "\n".repeat(emptyLines);
      else value += style === "folded" ? folded(emptyLines) : "\n".repeat(emptyLines + 1);
      const line = this.lineFrom(at);
      value += text.slice(lineStart + column, line.end);
      emptyLines = 0;
      end = lineStart = line.next;
    }
    if (end < 0 || this.refused) return this.refuse();
    if (chomping === PLUS) end = lineStart;
    if (chomping !== DASH) value += "\n".repeat(chomping === PLUS ? emptyLines + 1 : 1);
    this.at = this.lineStart = this.tail = end;
    this.toContent(NOTHING_BELOW);
    return this.column > parent ? this.refuse() : this.node(start, end, value, style);
  }

  #header(): { chomping: number; indentation: number } {
    let chomping = 0;
    let indentation = 0;
    for (;;) {
      const code = this.code(++this.at);
      if ((code === DASH || code === PLUS) && chomping === 0) chomping = code;
      else if (code > 0x30 && code <= 0x39 && indentation === 0) indentation = code - 0x30;
      else return { chomping, indentation };
    }
  }
}

function table(signs: string): Uint8Array {
  const marked = new Uint8Array(128).fill(1, 0, SPACE);
  for (const sign of signs) marked[sign.charCodeAt(0)] = 1;
  return marked;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ...[" ", '"', "/", "\\"].map((sign) => [sign, sign] as const),
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
