import type { Diagnostic, Finding, FindingKind, Severity } from "../base/finding.ts";
import type { Context } from "../workspace/context.ts";
import type { PartName, Parts } from "./parts.ts";

export type Family =
  | "syntax"
  | "shape"
  | "links"
  | "promise"
  | "need"
  | "metrics"
  | "baselines"
  | "behaviors"
  | "objectives"
  | "assessment"
  | "measurement"
  | "statistics"
  | "money"
  | "decisions"
  | "results"
  | "portfolio"
  | "history"
  | "waivers";

/** What settles whether a rule fires: its shape, a link, a number, a date, or a guess from the wording. */
export type Decider = "shape" | "links" | "arithmetic" | "dates" | "statistics" | "wording" | "history";

/** A number that a rule compares with, and where its default comes from. */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
  /** A source of the field, or why common practice has it so. */
  readonly source: string;
}

export type Thresholds = Readonly<Record<string, Threshold>>;

/** What is known of a rule without running it. Its page is the file `<id>.md` beside it. */
export interface RuleMeta {
  /** States the offence, so that "disable <id>" reads well. Never changes. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** A gap is a hint in a draft; a conflict has its severity in every status. */
  readonly kind: FindingKind;
  /** One line for the index: what is reported. */
  readonly summary: string;
  readonly decidedBy: Decider;
  /** At least one of its findings offers a fix. */
  readonly fixable?: boolean;
  /** It concludes from something not being there, though it is a conflict; gaps always do. */
  readonly fromAbsence?: boolean;
  readonly thresholds?: Thresholds;
}

export type Options<T extends Thresholds | undefined> = { readonly [K in keyof NonNullable<T>]: number };

export interface Rule<P extends PartName = PartName> extends RuleMeta {
  /** The part of a document that it is asked about, one at a time. */
  readonly on: P;
  /** Yields what is wrong with the part. Looks at nothing but the part, the context and its options. */
  check(part: Parts[P], context: Context, options: Readonly<Record<string, number>>): Iterable<Finding>;
  /** Yields what is wrong with how the findings of the other rules are treated: for rules about waivers. */
  review?(context: Context, linted: Linted): Iterable<Finding>;
}

/** What all rules have said of a file. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly rules: ReadonlyMap<string, RuleMeta>;
}

/** Declares a rule; `options` holds its thresholds by name. */
export function defineRule<const P extends PartName, const T extends Thresholds | undefined = undefined>(
  rule: Omit<RuleMeta, "thresholds"> & {
    readonly on: P;
    readonly thresholds?: T;
    check(part: Parts[P], context: Context, options: Options<T>): Iterable<Finding>;
    review?(context: Context, linted: Linted): Iterable<Finding>;
  },
): Rule<P> {
  return rule as unknown as Rule<P>;
}
