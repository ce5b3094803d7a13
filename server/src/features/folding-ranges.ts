import type { Node } from "../syntax/node.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** Lines that can be folded away below their first, counted from 0, both included. */
export interface FoldingRange {
  readonly from: number;
  readonly to: number;
  readonly kind: "part" | "comment";
}

/** The parts of a document that take more than one line, and runs of comments. */
export function foldingRanges(snapshot: Snapshot, uri: string): readonly FoldingRange[] {
  const tree = snapshot.files.get(uri)?.tree;
  if (!tree) return [];
  const ranges: FoldingRange[] = [];
  const lineOf = (offset: number): number => tree.lines.positionAt(offset).line;
  /** A block map ends where the next part starts; the empty lines between belong to neither. */
  const lastLine = (end: number): number => {
    let last = end;
    while (last > 0 && /\s/.test(tree.text[last - 1] ?? "")) last--;
    return lineOf(last);
  };
  const visit = (node: Node): void => {
    if (node.kind === "list") for (const item of node.items) visitPart(item, tree.offsetOf(item).start, item);
    if (node.kind !== "map") return;
    for (const { key, value } of node.pairs) if (value) visitPart(value, tree.offsetOf(key).start, value);
  };
  const visitPart = (value: Node, start: number, inside: Node): void => {
    const [from, to] = [lineOf(start), lastLine(tree.offsetOf(value).end)];
    if (to > from) ranges.push({ from, to, kind: "part" });
    visit(inside);
  };
  if (tree.root) visit(tree.root);
  let run: { from: number; to: number } | undefined;
  for (const comment of tree.comments) {
    const line = lineOf(tree.offsetOf(comment).start);
    const alone = tree.lines.lineText(line).trimStart().startsWith("#");
    if (alone && run?.to === line - 1) run.to = line;
    else {
      if (run && run.to > run.from) ranges.push({ ...run, kind: "comment" });
      run = alone ? { from: line, to: line } : undefined;
    }
  }
  if (run && run.to > run.from) ranges.push({ ...run, kind: "comment" });
  return ranges;
}
