import type { Message } from "./message.ts";
import type { Span } from "./span.ts";

/** An error breaks the chain or the promise, a warning is weak evidence or wording, a hint is a suspicion. */
export type Severity = "error" | "warning" | "hint";

/** A gap is something not there yet (a hint in a draft); a conflict is something wrong (the same in every status). */
export type FindingKind = "gap" | "conflict";

/** What a rule says about one place. */
export interface Finding {
  readonly span: Span;
  /** One sentence: what is expected and what stands there. */
  readonly message: Message;
  /** Why it matters, or what to do where no fix is offered. */
  readonly help?: Message;
  readonly related?: readonly Related[];
  /** The best way out first. */
  readonly fixes?: readonly Fix[];
  /** The key that is missing from the map which it is reported at. */
  readonly lacks?: string;
  /** How the editor may show it beside its severity. */
  readonly tag?: "unnecessary" | "deprecated";
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** A way out that needs no thought. `safe`: may be applied unasked, it changes the form and never the meaning. */
export interface Fix {
  readonly title: Message;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** The key that it writes, where it does nothing else. */
  readonly adds?: string;
}

export interface Edit {
  readonly span: Span;
  /** Replaces the span. */
  readonly text: string;
  /** The text has places to fill in, written `${1}` or `${1:words}`; `withoutPlaces` takes them out. */
  readonly snippet?: true;
}

/** All places that a finding names. */
export function* spansOf({ span, related, fixes }: Finding): Iterable<Span> {
  yield span;
  for (const each of related ?? []) yield each.span;
  for (const { edits } of fixes ?? []) for (const edit of edits) yield edit.span;
}

/** A finding with what the engine adds to it. */
export interface Diagnostic extends Finding {
  readonly uri: string;
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  /** It stood when the rules were adopted, and somebody wrote that down: it is then not shown and never counted. */
  readonly known?: true;
  /** Set where a waiver in the file covers it: it is then listed and never counted. */
  readonly waived?: {
    readonly reason: string | undefined;
    readonly by: string | undefined;
    readonly until: string | undefined;
  };
}

/** Whether nobody has excused it: it is shown and counted. */
export function isOpen({ known, waived }: Diagnostic): boolean {
  return !known && !waived;
}
