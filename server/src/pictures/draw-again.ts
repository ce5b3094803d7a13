import type { Translation } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { DrawOptions, Range } from "./drawing.ts";

/** What was drawn, and what it was drawn with besides the data. */
export interface Drawn<T> {
  readonly result: T;
  readonly translation: Translation | undefined;
  /** Undefined where nothing could be clicked. */
  readonly places: readonly (readonly [Span, Range | undefined])[] | undefined;
}

/**
 * Draws data, or hands out what was drawn of the same object as long as all that it shows stands at the same places. `kept`
 * is of one kind of drawing; `draw` must depend on nothing but the data and the options that it is given.
 */
export function drawAgain<D extends object, T>(
  kept: WeakMap<D, Drawn<T>>,
  data: D,
  { rangeOf, translation }: DrawOptions,
  draw: (options: DrawOptions) => T,
): T {
  const known = kept.get(data);
  if (known && known.translation === translation && standsThere(known.places, rangeOf)) return known.result;
  const places: [Span, Range | undefined][] = [];
  const noting = (span: Span): Range | undefined => {
    const range = rangeOf?.(span);
    places.push([span, range]);
    return range;
  };
  const result = draw({ ...(rangeOf ? { rangeOf: noting } : {}), ...(translation ? { translation } : {}) });
  kept.set(data, { result, translation, places: rangeOf && places });
  return result;
}

function standsThere(places: Drawn<unknown>["places"], rangeOf: DrawOptions["rangeOf"]): boolean {
  if (!places || !rangeOf) return !places && !rangeOf;
  return places.every(([span, range]) => isSameRange(range, rangeOf(span)));
}

function isSameRange(one: Range | undefined, other: Range | undefined): boolean {
  if (!one || !other) return one === other;
  return (["start", "end"] as const).every(
    (end) => one[end].line === other[end].line && one[end].character === other[end].character,
  );
}
