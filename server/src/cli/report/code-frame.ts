import type { LineIndex, Position } from "../../base/line-index.ts";
import { type Cell, cellsOf } from "../terminal/display.ts";

export interface CodeFrameOptions {
  /** Columns for a whole line of the frame. */
  readonly columns: number;
  readonly gutter: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** The lines of a stretch with marks below it. Of a long stretch the first lines, of a long line the part that matters. */
export function codeFrame(lines: LineIndex, start: Position, end: Position, options: CodeFrameOptions): string[] {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const shownLast = last - start.line < MAX_LINES ? last : start.line + MAX_LINES - 2;
  const digits = Math.max(4, String(shownLast + 1).length);
  const gutter = (label: string) => options.gutter(`  ${label.padStart(digits)} │ `);
  const room = Math.max(20, options.columns - digits - 5);
  const frame: string[] = [];
  for (let line = start.line; line <= shownLast; line++) {
    const text = lines.lineText(line);
    const from = line === start.line ? start.character : text.length - text.trimStart().length;
    const to = line === end.line ? end.character : text.length;
    const { shown, before, marked } = cut(text, from, Math.max(from, to), room);
    frame.push(`${gutter(String(line + 1))}${shown}`.trimEnd());
    frame.push(`${gutter("")}${" ".repeat(before)}${options.mark("^".repeat(marked))}`);
  }
  if (shownLast < last) frame.push(`${gutter("…")}and on to line ${last + 1}`);
  return frame;
}

const MAX_LINES = 3;

/** A line that fits into the room, with the columns before what is marked and those that are. */
function cut(line: string, from: number, to: number, room: number): { shown: string; before: number; marked: number } {
  const slice = nearby(line, from, room);
  const cells = cellsOf(slice.text);
  const first = indexAt(cells, from - slice.start);
  const start =
    slice.start > 0 || widthOf(cells, 0, indexAt(cells, to - slice.start)) > room - 1
      ? leftEdge(cells, first, room)
      : 0;
  const cutLeft = start > 0 || slice.start > 0;
  let end = start;
  let width = cutLeft ? 1 : 0;
  while (end < cells.length && width + (cells[end]?.width ?? 0) < room) width += cells[end++]?.width ?? 0;
  const cutRight = end < cells.length || slice.end < line.length;
  const body = cells
    .slice(start, end)
    .map(({ text }) => text)
    .join("");
  const markedEnd = Math.min(end, indexAt(cells, to - slice.start));
  return {
    shown: `${cutLeft ? "…" : ""}${body}${cutRight ? "…" : ""}`,
    before: (cutLeft ? 1 : 0) + widthOf(cells, start, first),
    marked: Math.max(1, widthOf(cells, first, markedEnd)),
  };
}

/** What may be seen of a line of any length around a place, so that a line of a megabyte costs no more than another. */
function nearby(line: string, at: number, room: number): { text: string; start: number; end: number } {
  const reach = room * 4;
  const start = Math.max(0, at - reach);
  const end = Math.min(line.length, at + reach);
  return { text: line.slice(start, end), start, end };
}

/** The first cell that is shown when a third of the room goes to what stands before the marks. */
function leftEdge(cells: readonly Cell[], first: number, room: number): number {
  let start = first;
  let width = 0;
  while (start > 0 && width + (cells[start - 1]?.width ?? 0) <= room / 3) width += cells[--start]?.width ?? 0;
  return start;
}

function indexAt(cells: readonly Cell[], offset: number): number {
  const after = cells.findIndex((cell) => cell.offset + cell.length > offset);
  return after < 0 ? cells.length : after;
}

function widthOf(cells: readonly Cell[], from: number, to: number): number {
  let width = 0;
  for (let index = from; index < to; index++) width += cells[index]?.width ?? 0;
  return width;
}
