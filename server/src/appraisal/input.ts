import type { Span } from "../base/span.ts";
import type { Located } from "../model/located.ts";

/** A number that goes into a plan, and how far it can be trusted. */
export interface Input {
  readonly value: number;
  /** `stated` in the spec, `derived` from other numbers in it, or `assumed` because nothing says it. */
  readonly from: "stated" | "derived" | "assumed";
  /** What an assumed number may as well be. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Where a stated number stands. */
  readonly span?: Span;
}

export function stated({ value, span }: Located<number>): Input {
  return { value, from: "stated", span };
}

export function derived(value: number): Input {
  return { value, from: "derived" };
}

export function assumed(value: number, range?: { readonly low: number; readonly high: number }): Input {
  return { value, from: "assumed", ...(range ? { range } : {}) };
}

/** What is taken where a spec says nothing. Ranges are what is common, and no promise. */
export const ASSUMED = {
  alpha: assumed(0.05),
  power: assumed(0.8),
  /** Likeness of cases in one team: domain practice shows 0.05 to 0.1, counts of rare events much less. */
  icc: assumed(0.05, { low: 0.005, high: 0.1 }),
  /** Correlation of two measurements of the same people. */
  correlation: assumed(0.5, { low: 0.3, high: 0.7 }),
  /** Likeness of neighboring months. */
  autocorrelation: assumed(0.2, { low: 0, high: 0.4 }),
} as const;
