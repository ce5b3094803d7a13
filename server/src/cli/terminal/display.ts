import { lazy } from "../../base/lazy.ts";

/** Text as a terminal may show it: what moves its cursor, colors it or turns it around stands there as a visible mark. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\ufffd";
  });
}

// C0 and C1 controls, what changes the direction of text, line separators, halves of a character.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One thing that a person sees as one character. */
export interface Cell {
  /** Where it starts in the text, and how long it is there, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  /** Columns of the terminal. */
  readonly width: number;
}

const TAB_WIDTH = 4;

/** The cells of a line. A tab goes to the next stop. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmentsOf(line)) {
    const width = segment === "\t" ? TAB_WIDTH - (column % TAB_WIDTH) : widthOf(segment);
    cells.push({
      offset: index,
      length: segment.length,
      text: segment === "\t" ? " ".repeat(width) : visible(segment),
      width,
    });
    column += width;
  }
  return cells;
}

/** Columns that a text takes. */
export function displayWidth(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

function segmentsOf(line: string): Iterable<{ segment: string; index: number }> {
  if (/^[\t\u0020-\u007e]*$/.test(line)) return [...line].map((segment, index) => ({ segment, index }));
  return segmenter().segment(line);
}

const segmenter = lazy(() => new Intl.Segmenter("en", { granularity: "grapheme" }));

function widthOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return INVISIBLE.test(grapheme) ? 0 : 1;
}

// East Asian wide and fullwidth (UAX #11), emoji by default, and emoji that U+FE0F asks for.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18d08}\u{1b000}-\u{1b2fb}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff\u00ad]+$/u;
