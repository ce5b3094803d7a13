import { say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import { describe, keysOf } from "../schema/describe.ts";
import { keyText, type MapNode } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Context } from "../workspace/context.ts";
import { isOrderly } from "./format.ts";
import { editsOf, type Refactoring } from "./refactoring.ts";

interface Piece {
  readonly key: string;
  /** Empty lines before it. */
  readonly gap: string;
  readonly text: string;
}

/**
 * Puts the sections of a document into the order in which they read as an argument. Comments above a section and empty
 * lines before it travel with it; what stands above the first section stays on top. Keys that the language does not know
 * stay behind the one they follow.
 */
export function sortSections(context: Context): readonly Refactoring[] {
  const { document, tree } = context.file;
  if (!document || !isOrderly(tree) || document.node.flow) return [];
  const order = keysOf(describe(document.is, [])?.definition ?? {});
  const { at, pieces } = cutSections(tree, document.node);
  const sorted = inOrder(pieces, order);
  if (sorted.every((piece, index) => piece === pieces[index])) return [];
  return [
    {
      kind: "rewrite",
      title: say`Sort the sections into the usual order, from the need to the results`,
      edits: editsOf(tree, [
        { ...at, text: joined(pieces, sorted, at.end < tree.text.length || /[\r\n]$/.test(tree.text)) },
      ]),
      creates: [],
    },
  ];
}

function inOrder(pieces: readonly Piece[], order: readonly string[]): readonly Piece[] {
  let last = -1;
  const ranked = pieces.map((piece) => {
    const rank = order.indexOf(piece.key);
    last = rank < 0 ? last : rank;
    return { piece, rank: last };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ piece }) => piece);
}

/** The section that comes first leaves its empty lines to the one that was first before. */
function joined(before: readonly Piece[], sorted: readonly Piece[], endsLine: boolean): string {
  const [wasFirst, isFirst] = [before[0], sorted[0]];
  const gapOf = (piece: Piece): string =>
    piece === isFirst ? (wasFirst?.gap ?? "") : piece === wasFirst ? (isFirst?.gap ?? "") : piece.gap;
  const text = sorted.map((piece) => gapOf(piece) + piece.text).join("");
  return endsLine ? text : text.replace(/\r?\n$/, "");
}

/** Comments in the first column at the very end stay there. */
function cutSections(tree: SyntaxTree, root: MapNode): { readonly at: Stretch; readonly pieces: readonly Piece[] } {
  const { lines } = tree;
  const starts = root.pairs.map((pair) => aboveOf(tree, lines.positionAt(tree.offsetOf(pair.key).start).line));
  const foot = footOf(tree);
  const pieces = root.pairs.map((pair, index): Piece => {
    const first = starts[index] ?? 0;
    const next = starts[index + 1] ?? foot;
    let last = next;
    while (last > first && lines.lineText(last - 1).trim() === "") last--;
    let gap = first;
    while (index > 0 && gap > 0 && lines.lineText(gap - 1).trim() === "") gap--;
    const text = tree.text.slice(lines.lineStart(first), lines.lineStart(last));
    return {
      key: keyText(pair),
      gap: tree.text.slice(lines.lineStart(gap), lines.lineStart(first)),
      text: /[\r\n]$/.test(text) ? text : `${text}\n`,
    };
  });
  let end = foot;
  while (end > 0 && lines.lineText(end - 1).trim() === "") end--;
  return { at: { start: lines.lineStart(starts[0] ?? 0), end: lines.lineStart(end) }, pieces };
}

/** The first line of what is said above a section: comments in the first column and empty lines between them. */
function aboveOf(tree: SyntaxTree, line: number): number {
  const { lines } = tree;
  let first = line;
  for (let above = line - 1; above >= 0; above--) {
    const text = lines.lineText(above);
    if (text.startsWith("#")) first = above;
    else if (text.trim() !== "") return first;
  }
  // Above the first section: what an empty line sets apart is about the whole file.
  let own = line;
  while (own > 0 && lines.lineText(own - 1).startsWith("#")) own--;
  return own === first && first === 0 ? line : own;
}

function footOf(tree: SyntaxTree): number {
  const { lines } = tree;
  let foot = lines.lineCount;
  let first = foot;
  while (foot > 0 && (lines.lineText(foot - 1).trim() === "" || lines.lineText(foot - 1).startsWith("#"))) {
    foot--;
    if (lines.lineText(foot).startsWith("#")) first = foot;
  }
  return first;
}
