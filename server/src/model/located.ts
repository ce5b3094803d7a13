import type { Span } from "../base/span.ts";
import type { MapNode } from "../syntax/node.ts";

/** A value and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
  /** The key that holds it; the value itself in a list. */
  readonly key: Span;
}

/**
 * A map of the spec. A field that is undefined was not written, or was written in the wrong shape: then its key is in
 * `wrong`, the shape check has said so, and no rule says it again.
 */
export interface Part {
  readonly node: MapNode;
  /** Where to report what is missing in it: the key that holds it, the first key of an item in a list. */
  readonly key: Span;
  /** Names of fields, in camel case. */
  readonly wrong: ReadonlySet<string> | undefined;
}

/** A part with a name of its own: the key of its entry in a section. */
export interface Entry extends Part {
  readonly id: string;
}

/** A map from ids to entries. */
export interface Section<T> {
  readonly key: Span;
  readonly span: Span;
  readonly entries: ReadonlyMap<string, T>;
}

/** A map whose keys are ids defined elsewhere. */
export interface Keyed<T> {
  readonly key: Span;
  readonly span: Span;
  readonly items: readonly { readonly id: Located<string>; readonly of: T }[];
}

/** A list, written or written empty. */
export interface Listed<T> {
  readonly key: Span;
  readonly span: Span;
  readonly items: readonly T[];
}

/** A number with, where given, the range it may fall in. A single number has no range: `low` and `high` are undefined. */
export interface Estimate {
  readonly likely: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** An amount, or people times hours times an hourly rate. */
export type Cost =
  | { readonly kind: "amount"; readonly amount: Estimate }
  | {
      readonly kind: "time";
      readonly people: Located<number> | undefined;
      readonly hours: Located<number> | undefined;
      readonly hourlyRate: Located<Rate> | undefined;
    };

/** A number, or the id of one under `rates`. */
export type Rate = number | string;

/** Whether nothing was written under that field (a wrong shape counts as written). */
export function isMissing<P extends Part>(part: P, field: keyof P & string): boolean {
  return part[field] === undefined && !part.wrong?.has(field);
}
