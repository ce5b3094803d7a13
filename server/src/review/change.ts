import type { Day } from "../base/date.ts";
import type { Message } from "../base/message.ts";
import type { Span } from "../base/span.ts";

/**
 * What a change does to a promise. `weakened`: less is promised, or the same on weaker ground; `strengthened`: the
 * reverse; `clarified`: said otherwise or more fully, for a person to judge; `new`: something that was not there.
 */
export type ChangeClass = "weakened" | "strengthened" | "clarified" | "new";

export const CHANGE_CLASSES: readonly ChangeClass[] = ["weakened", "strengthened", "clarified", "new"];

/** Who must look at a change: `data` is whoever keeps the number. */
export type Audience = "learning" | "business" | "finance" | "data";

export const AUDIENCES: readonly Audience[] = ["business", "finance", "data", "learning"];

/** What kind of promise a change is about. */
export type Topic =
  | "target"
  | "date"
  | "baseline"
  | "window"
  | "definition"
  | "value"
  | "guardrail"
  | "decision"
  | "owner"
  | "money"
  | "approval"
  | "status"
  | "comparison"
  | "behavior"
  | "learning"
  | "need"
  | "results"
  | "waiver"
  | "rules"
  | "other";

/** Somebody who must look, by name where the program says who it is. */
export interface Reader {
  readonly audience: Audience;
  readonly names: readonly string[];
}

/** One difference in meaning, judged. */
export interface Change {
  readonly class: ChangeClass;
  readonly topic: Topic;
  /** The key path, in the names of the newer side. */
  readonly path: readonly string[];
  /** What changes: `Target of save-rate`. */
  readonly subject: Message;
  /** What it was and what it is; undefined where nothing is there. */
  readonly before: Message | undefined;
  readonly after: Message | undefined;
  /** What that means, in one sentence. */
  readonly why: Message;
  /** Why it should no longer have changed; empty where it may. */
  readonly goalpost: readonly Message[];
  readonly readers: readonly Reader[];
  /** Titles of programs that take it from a catalog. */
  readonly affects: readonly string[];
  /** Where it stands on both sides. */
  readonly placeBefore: Span | undefined;
  readonly placeAfter: Span | undefined;
}

/** A number before and after. */
export interface Consequence {
  readonly subject: Message;
  readonly before: Message;
  readonly after: Message;
}

/** What has been settled about a program, so that its promises may no longer change unseen. */
export interface Standing {
  readonly launched: { readonly on: Day | undefined } | undefined;
  readonly approved: { readonly on: Day | undefined } | undefined;
  readonly hasResults: boolean;
}
