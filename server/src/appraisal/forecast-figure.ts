import { type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Estimate, Located } from "../model/located.ts";

/** A number that goes into a forecast, and where it stands. */
export interface Input {
  readonly name: Message;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Undefined for what is taken because nothing is written. */
  readonly span: Span | undefined;
}

/** A number that follows from others, with its formula and the numbers in it. */
export interface Figure {
  readonly kind: "figure";
  readonly value: number;
  readonly working: Message;
  readonly inputs: readonly Input[];
}

/** A number that cannot be given: "not estimable because …". */
export interface NotKnown {
  readonly kind: "not-estimable";
  /** The rest of a sentence, without a full stop. */
  readonly because: Message;
  readonly span?: Span;
}

export type Derived = Figure | NotKnown;

export function notKnown(because: Message, span?: Span): NotKnown {
  return { kind: "not-estimable", because, ...(span && { span }) };
}

/** The figure, or why there is none where it has run over the largest numbers there are. Rules ask no `working`. */
export function figure(value: number, working: () => Message, inputs: readonly Input[]): Derived {
  if (Number.isFinite(value) && Math.abs(value) <= 1e150)
    return {
      kind: "figure",
      value,
      inputs,
      get working() {
        return working();
      },
    };
  return notKnown(say`its numbers are too large to be multiplied`);
}

/** An estimate as an input; a bound that is not written is the likely value. */
export function inputOf(name: Message, { value, span }: Located<Estimate>): Input {
  const hasRange = value.low !== undefined || value.high !== undefined;
  return {
    name,
    value: value.likely,
    low: hasRange ? (value.low ?? value.likely) : undefined,
    high: hasRange ? (value.high ?? value.likely) : undefined,
    span,
  };
}

export function numberInput(name: Message, { value, span }: Located<number>): Input {
  return { name, value, low: undefined, high: undefined, span };
}

/** It can take more than one value. */
export function hasRange({ low, high }: Input): boolean {
  return low !== undefined && high !== undefined && low < high;
}

/** Low, likely and high stand in this order. */
export function isOrdered({ low, value, high }: Input): boolean {
  return (low === undefined || low <= value) && (high === undefined || high >= value);
}

/** Three digits that count: a forecast is not more exact than that. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** `USD 311,000`; in full where `exact`. */
export function money(value: number, currency: string | undefined, exact?: "exact"): Message {
  const digits = exact ? Number(value.toFixed(2)) : rounded(value);
  return currency === undefined ? say`${digits}` : say`${currency} ${digits}`;
}

/** Messages with a sign between them. */
export function chained(parts: readonly Message[], sign: "×" | "+"): Message {
  return { key: parts.map((_, index) => `{${index}}`).join(` ${sign} `), values: parts };
}
