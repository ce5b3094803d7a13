/** What a person said when they began a program; each answer may be left out. */
export interface DraftAnswers {
  /** What is off in the business, in their words. */
  readonly problem?: string;
  /** The id of a template. */
  readonly template?: string;
  readonly metric?: MetricAnswer;
  /** Who leads the people who are trained. */
  readonly owner?: OwnerAnswer;
  /** `YYYY-MM-DD` */
  readonly launch?: string;
}

/** A metric of the library, of a catalog, or one with a name that nobody has defined yet. */
export type MetricAnswer =
  | { readonly from: "library"; readonly id: string }
  | { readonly from: "catalog"; readonly uri: string; readonly id: string }
  | { readonly from: "new"; readonly name: string };

/** A person of a catalog, or someone new. */
export type OwnerAnswer =
  | { readonly from: "catalog"; readonly uri: string; readonly id: string }
  | { readonly from: "new"; readonly name: string };

/** The questions, in their order. */
export const DRAFT_STEPS = ["problem", "metric", "owner", "launch"] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];
