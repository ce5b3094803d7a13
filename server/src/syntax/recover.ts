import type { TextEdit } from "../base/edit.ts";
import { lastAtMost } from "../base/line-index.ts";
import type { Block, Span, Stretch } from "../base/span.ts";
import { cutIntoPieces, type Piece } from "./cut.ts";
import { diagnose } from "./diagnose.ts";
import { diagnosePiece, strayLine } from "./diagnose-piece.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { type Anchors, deepNesting, MAX_DEPTH } from "./from-yaml.ts";
import type { Node, Pair } from "./node.ts";
import { readSource } from "./read-source.ts";
import { problemOf, type Slip } from "./slip.ts";
import { Source } from "./source.ts";
import { trimmedEnd } from "./text-line.ts";
import type { SyntaxProblem } from "./tree.ts";
import type { YamlReading } from "./yaml-reading.ts";

/** Most slips that are mended one after the other in one entry. */
const MAX_ROUNDS = 5;
/** Most slips that are named; a text with more is no spec, and each costs time. */
const MAX_SLIPS = 1000;
/** How much text may be read again, as a multiple of the text: a slip far in is read once on every level above it. */
const MAX_REREADING = 8;

/**
 * Reads a text that YAML cannot read as a whole: entry by entry, item by item, down to the slip. What it is takes a name
 * and mostly a mend; with it the rest of its entry is read too.
 */
export class Recovery {
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Span[] = [];
  /** What could not be read whole. */
  readonly doubtful: Span[] = [];
  readonly #block: Block;
  readonly #text: string;
  readonly #anchors: Anchors;
  #budget: number;
  #depth = 0;

  constructor(block: Block, text: string, anchors: Anchors) {
    this.#block = block;
    this.#text = text;
    this.#anchors = anchors;
    this.#budget = MAX_REREADING * text.length + 10_000;
  }

  /** `failing`: where the reading of this block, or of a larger one around it, first failed. */
  block(
    within: Stretch,
    parentColumn: number,
    failing: { readonly at: number; readonly inside: boolean },
    mended: readonly TextEdit[] = [],
  ): Node | undefined {
    if (this.#depth > MAX_DEPTH) return this.#tooDeep(within);
    this.#depth++;
    const node = this.#pieces(within, parentColumn, failing, mended);
    this.#depth--;
    return node;
  }

  #pieces(
    within: Stretch,
    parentColumn: number,
    failing: { readonly at: number; readonly inside: boolean },
    mended: readonly TextEdit[],
  ): Node | undefined {
    const cut = cutIntoPieces(this.#text, within, parentColumn);
    const [only] = cut.pieces;
    const one = cut.pieces.length === 1 && only;
    if (!only || (one && !one.slip && one.strays.length === 0 && one.is === "entry" && !one.body))
      return this.#smallest(within, mended);
    const before = this.problems.length;
    const pairs: Pair[] = [];
    const items: Node[] = [];
    for (const piece of cut.pieces) {
      if (this.problems.length > MAX_SLIPS) {
        this.#doubt({ start: piece.start, end: within.end });
        break;
      }
      const slip = diagnosePiece(this.#text, piece, cut);
      if (slip) this.#say(slip, piece);
      const edits = [...editsIn(mended, piece)];
      if (slip && piece.slip !== "indentation") edits.push(...(slip.fix?.edits ?? []));
      for (const line of piece.strays) {
        const stray = strayLine(this.#text, line);
        this.#say(stray, line);
        edits.push(...(stray.fix?.edits ?? []));
      }
      edits.sort((a, b) => a.start - b.start);
      if (piece.is === "entry") pairs.push(...this.#entry(piece, edits, failing.at));
      else if (piece.is === "item") items.push(...oneOrNone(this.#item(piece, edits, failing.at)));
      else this.#doubt(piece);
    }
    for (const problem of duplicateKeys(pairs)) this.problems.push(problem);
    if (failing.inside && this.problems.length === before) this.#smallest(within, mended);
    const { content: start } = only;
    const end = trimmedEnd(this.#text, start, within.end);
    const span = this.#span({ start, end });
    return only.is === "item" && pairs.length === 0
      ? { ...span, kind: "list", flow: false, items }
      : { ...span, kind: "map", flow: false, pairs };
  }

  #entry(piece: Piece, edits: readonly TextEdit[], failedAt: number): readonly Pair[] {
    const failed = piece.body !== undefined && holds(piece, failedAt);
    const reading = failed ? undefined : this.#read(new Source(this.#text, piece, edits));
    if (reading && !reading.error) return pairsOf(this.#accept(reading));
    if (piece.body && this.#budget > 0) {
      return [{ key: this.#key(piece), value: this.#body(piece.body, piece.column, edits, failedAt) }];
    }
    const pairs = pairsOf(this.#smallest(piece, edits));
    return pairs.length > 0 ? pairs : [{ key: this.#key(piece), value: undefined }];
  }

  #item(piece: Piece, edits: readonly TextEdit[], failedAt: number): Node | undefined {
    return this.#body({ start: piece.value, end: piece.end }, piece.column - 1, edits, failedAt);
  }

  /** A block where the whole failed is not read again before it is cut. */
  #body(within: Stretch, parentColumn: number, mended: readonly TextEdit[], failedAt: number): Node | undefined {
    const edits = editsIn(mended, within);
    if (holds(within, failedAt)) return this.block(within, parentColumn, { at: failedAt, inside: false }, edits);
    const source = new Source(this.#text, within, edits);
    const reading = this.#read(source);
    if (!reading) return this.#smallest(within, edits);
    if (!reading.error) return this.#accept(reading);
    const at = source.originalOf(reading.error.pos[0]);
    return this.block(within, parentColumn, { at, inside: true }, edits);
  }

  /** A part that holds no smaller ones: each slip in it is named and mended until the rest can be read. */
  #smallest(within: Stretch, mended: readonly TextEdit[]): Node | undefined {
    let edits = mended;
    let last: Node | undefined;
    let doubtful = false;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const source = new Source(this.#text, within, edits);
      const reading = this.#read(source);
      if (!reading) break;
      if (!reading.error) {
        last = this.#accept(reading);
        if (doubtful) this.#doubt(within);
        return last;
      }
      if (doubtful) break;
      const slip = diagnose(source, reading.error);
      const problem = problemOf(slip, this.#block, source);
      this.problems.push(problem);
      const mend = problem.fixes?.[0];
      if (!mend) break;
      doubtful = !mend.safe;
      const next = [...edits, ...mend.edits.map(({ span, text }) => ({ start: span.start, end: span.end, text }))];
      if (new Source(this.#text, within, next).edits.length < next.length) break;
      edits = next;
    }
    this.#doubt(within);
    return undefined;
  }

  #read(source: Source): YamlReading | undefined {
    this.#budget -= source.text.length;
    return this.#budget < 0 ? undefined : readSource(this.#block, source, this.#anchors);
  }

  #accept(reading: YamlReading): Node | undefined {
    for (const problem of reading.problems) {
      this.problems.push(problem);
      if (problem.fatal) this.doubtful.push(problem.span);
    }
    for (const comment of reading.comments) this.comments.push(comment);
    return reading.root;
  }

  #tooDeep(within: Stretch): undefined {
    this.problems.push(deepNesting(this.#span({ start: within.start, end: within.start })));
    this.#doubt(within);
    return undefined;
  }

  #say(slip: Slip, within: Stretch): void {
    const plain = new Source(this.#text, { start: 0, end: this.#text.length });
    this.problems.push(problemOf(slip, this.#block, plain));
    if (!slip.fix?.safe && slip.rule !== "wrong-indentation") this.#doubt(within);
  }

  #doubt({ start, end }: Stretch): void {
    this.doubtful.push(this.#span({ start, end: trimmedEnd(this.#text, start, end) }));
  }

  #key(piece: Piece): Pair["key"] {
    const span = this.#span({ start: piece.content, end: piece.keyEnd });
    return { ...span, kind: "scalar", value: piece.key, style: "plain" };
  }

  #span({ start, end }: Stretch): Span {
    return { block: this.#block, start, end };
  }
}

function pairsOf(node: Node | undefined): readonly Pair[] {
  return node?.kind === "map" ? node.pairs : [];
}

function oneOrNone<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** Those of the edits, which stand in the order of the text, that fall into a stretch. */
function editsIn(edits: readonly TextEdit[], { start, end }: Stretch): readonly TextEdit[] {
  if (edits.length === 0) return edits;
  const starts = edits.map((edit) => edit.start);
  const from = edits.findIndex((edit) => edit.start >= start);
  return from < 0 ? [] : edits.slice(from, lastAtMost(starts, end) + 1);
}

function holds({ start, end }: Stretch, offset: number): boolean {
  return start <= offset && offset < end;
}
