import type { Position, Range } from "vscode-languageserver-types";

/** `line:character-line:character` from 0, as pictures write it. */
export function rangeAttribute({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

export function parseRange(text: string | null): Range | undefined {
  const found = /^(\d+):(\d+)-(\d+):(\d+)$/.exec(text ?? "");
  if (!found) return undefined;
  const [startLine = 0, start = 0, endLine = 0, end = 0] = found.slice(1).map(Number);
  return { start: { line: startLine, character: start }, end: { line: endLine, character: end } };
}

export function contains({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

/** Whether `inner` lies in `outer` and is not the same. */
export function isWithin(inner: Range, outer: Range): boolean {
  return (
    compare(outer.start, inner.start) <= 0 &&
    compare(inner.end, outer.end) <= 0 &&
    (compare(outer.start, inner.start) < 0 || compare(inner.end, outer.end) < 0)
  );
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
