import type { Position } from "../base/line-index.ts";
import type { Translation } from "../base/message.ts";
import type { Span } from "../base/span.ts";

/** Two places in a text, as an editor counts them. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface DrawOptions {
  /** Where something stands in the text beside the picture. Without it nothing can be clicked. */
  readonly rangeOf?: (span: Span) => Range | undefined;
  readonly translation?: Translation;
}

/** A picture and, for everyone who cannot see it, the same in a table. */
export interface Drawing {
  /**
   * A whole `<svg>` element without script, style element or `style` attribute, and nothing from elsewhere. Its colors are
   * classes `ts-*` (`picture.css`) and presentation attributes; a part that stands in the text carries
   * `data-range="line:character-line:character"` (from 0) and is focusable (`tabindex="0"`); one that stands for another
   * file carries its address in `data-uri`.
   */
  readonly svg: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DrawnCell[])[];
}

export interface DrawnCell {
  readonly text: string;
  readonly range?: Range;
  /** The file that it is about, where that is another one than the picture's. */
  readonly uri?: string;
  /** The rule that it is about: leads to the rule's page. */
  readonly rule?: string;
  readonly broken?: boolean;
}

/** `line:character-line:character` of a span from 0, as the parts of a picture carry it. */
export function rangeText(span: Span | undefined, rangeOf: DrawOptions["rangeOf"]): string | undefined {
  const range = span && rangeOf?.(span);
  return range && `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
}
