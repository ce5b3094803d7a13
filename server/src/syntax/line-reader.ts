import type { Block, Span, Stretch } from "../base/span.ts";
import type { ScalarNode } from "./node.ts";

/** Columns of what is no content: the end of the text, and a line that starts with `---` or `...`. */
export const END = -1;
export const MARK = -2;
/** Stands for the column of a part to which no line below can belong. */
export const NOTHING_BELOW = Number.POSITIVE_INFINITY;

const [TAB, LF, CR, SPACE, HASH, DASH, DOT, COLON] = [9, 10, 13, 0x20, 0x23, 0x2d, 0x2e, 0x3a];

/**
 * Goes through a stretch of YAML line by line, for `readFast`. Each method starts at `at` and leaves it behind what it
 * read. After a refusal `at` is the end of the stretch, so that every loop ends.
 */
export class LineReader {
  readonly block: Block;
  readonly text: string;
  readonly limit: number;
  readonly comments: Span[] = [];
  at: number;
  lineStart: number;
  /** Where the content at `at` stands in its line, or END or MARK. */
  column = END;
  /** How many empty lines stand before it. */
  emptyLines = 0;
  /** Where the last node ends for the part around it: behind its line, and behind deeper comments below. */
  tail = 0;
  /** The column of the deepest comment from there to `at`; -1 where there is none. */
  deepestComment = -1;
  refused = false;

  constructor(block: Block, text: string, within: Stretch) {
    this.block = block;
    this.text = text;
    this.limit = within.end;
    this.at = within.start;
    this.lineStart = within.start === 0 ? 0 : text.lastIndexOf("\n", within.start - 1) + 1;
    // Spaces and bullets right behind a byte order mark count for nothing in the `yaml` package.
    if (within.start === 0 && /^\ufeff(?![ -])/.test(text)) this.at = this.lineStart = 1;
  }

  /** This is not for us: the `yaml` package has to read the text. */
  refuse(): ScalarNode {
    this.refused = true;
    this.at = this.limit;
    this.column = END;
    return { block: this.block, start: 0, end: 0, kind: "scalar", value: null, style: "plain" };
  }

  /** NaN behind the end, which equals no sign. */
  code(at: number): number {
    return at < this.limit ? this.text.charCodeAt(at) : Number.NaN;
  }

  /** What stands behind so many characters and the spaces after them. */
  skip(count: number): number {
    this.at += count;
    while (this.code(this.at) === SPACE) this.at++;
    return this.code(this.at);
  }

  /** From the end of a line over empty lines and comments to what follows; `column` is that of the part around the last value. */
  toContent(column: number): void {
    const { text, limit } = this;
    let at = this.at;
    let lineStart = this.lineStart;
    this.emptyLines = 0;
    this.deepestComment = -1;
    for (;;) {
      while (at < limit && text.charCodeAt(at) === SPACE) at++;
      const indentation = at - lineStart;
      if (at >= limit) {
        this.at = limit;
        this.column = END;
        return;
      }
      const code = text.charCodeAt(at);
      if (code === LF) at++;
      else if (code === CR && this.code(at + 1) === LF) at += 2;
      else if (code === HASH) {
        at = this.#comment(at);
        if (indentation > column && this.deepestComment < 0) this.tail = at;
        else if (indentation > this.deepestComment) this.deepestComment = indentation;
      } else {
        const marked = indentation === 0 && (code === DASH || code === DOT) && this.#isMark(at, code);
        this.at = at;
        this.lineStart = lineStart;
        this.column = marked ? MARK : indentation;
        return;
      }
      if (code !== HASH) this.emptyLines++;
      lineStart = at;
    }
  }

  /** Over the end of a line, on which only a comment may stand. */
  endLine(): void {
    const code = this.skip(0);
    if (code === LF) this.at++;
    else if (code === CR && this.code(this.at + 1) === LF) this.at += 2;
    else if (code === HASH && this.text.charCodeAt(this.at - 1) === SPACE) this.at = this.#comment(this.at);
    else if (this.at < this.limit) this.refuse();
    this.lineStart = this.tail = this.at;
  }

  atLineEnd(): boolean {
    const code = this.code(this.at);
    return this.at >= this.limit || code === LF || code === CR || code === HASH;
  }

  atBullet(): boolean {
    return this.code(this.at) === DASH && isBlank(this.code(this.at + 1));
  }

  /** Goes on to the colon that makes a key of what stands before `at`, where there is one. */
  toColon(): boolean {
    let at = this.at;
    while (this.code(at) === SPACE) at++;
    if (this.code(at) !== COLON || !isBlank(this.code(at + 1))) return false;
    this.at = at;
    return true;
  }

  /** Where the text of a line ends, and where the next line starts. */
  lineFrom(at: number): { readonly end: number; readonly next: number } {
    const { text, limit } = this;
    const lineBreak = text.indexOf("\n", at);
    if (lineBreak < 0 || lineBreak >= limit) return { end: limit, next: limit };
    return { end: text.charCodeAt(lineBreak - 1) === CR ? lineBreak - 1 : lineBreak, next: lineBreak + 1 };
  }

  #comment(start: number): number {
    const { end, next } = this.lineFrom(start);
    this.comments.push({ block: this.block, start, end });
    return next;
  }

  #isMark(at: number, code: number): boolean {
    return this.code(at + 1) === code && this.code(at + 2) === code;
  }
}

/** Whether a sign stands alone with that behind it, as the `:` of a key does. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB || Number.isNaN(code);
}

/** What line breaks inside a text stand for. */
export function folded(emptyLines: number): string {
  return emptyLines === 0 ? " " : "\n".repeat(emptyLines);
}
