import { LineIndex } from "../../server/src/base/line-index.ts";

/** What the engine says at one place, as a mark below the line shows it. */
export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MARK = /^(\s*#\s*\^+|#<-*) [a-z]+\[[a-z-]+\]: /;
const CURSOR = "$0";

/** Takes the marks and the cursor out of a text, so that they cannot change how it is read. */
export function unmark(marked: string): { text: string; cursor: number | undefined } {
  const plain = marked
    .split("\n")
    .filter((line) => !MARK.test(line))
    .join("\n");
  const cursor = plain.indexOf(CURSOR);
  return cursor < 0 ? { text: plain, cursor: undefined } : { text: plain.replace(CURSOR, ""), cursor };
}

/** Puts marks (and the cursor, if any) into a text: the inverse of `unmark`. */
export function mark(text: string, marks: readonly Mark[], cursor: number | undefined): string {
  const at = cursor === undefined ? undefined : new LineIndex(text).positionAt(cursor);
  const lines: string[] = [];
  for (const [number, line] of text.split("\n").entries()) {
    const withCursor = at?.line === number ? line.slice(0, at.character) + CURSOR + line.slice(at.character) : line;
    lines.push(withCursor, ...marks.filter((each) => each.line === number).map(renderMark));
  }
  return lines.join("\n");
}

function renderMark({ start, end, text }: Mark): string {
  const width = Math.max(1, end - start);
  if (start === 0) return `#<${"-".repeat(Math.max(0, width - 2))} ${text}`;
  return `#${" ".repeat(start - 1)}${"^".repeat(width)} ${text}`;
}
