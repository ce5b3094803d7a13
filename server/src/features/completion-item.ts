import type { Message } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";

export type CompletionKind =
  | "key"
  | "entry"
  | "skeleton"
  | "choice"
  | "value"
  | "date"
  | "unit"
  | "reference"
  | "library"
  | "file"
  | "rule";

/** Something that may be written at the cursor, as an editor lists it. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** One line beside the label. */
  readonly detail?: Message;
  /** Markdown. */
  readonly documentation?: Message;
  readonly insertText: string;
  /** `insertText` has places to fill in: `${1}`, `${1:words}`. */
  readonly snippet?: true;
  /** What `insertText` takes the place of; within one line. */
  readonly replace: Stretch;
  readonly sortText: string;
  readonly filterText?: string;
  readonly preselect?: true;
  /** What the editor does once it is accepted: ask again, for the value of the key. */
  readonly commitKind?: "suggest";
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** There is more; ask again when more is typed. */
  readonly isIncomplete: boolean;
}

/** An item before it knows where it goes. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: Message | undefined;
  readonly documentation?: Message | undefined;
  /** Written as it is; without it the label, quoted where it must be. */
  readonly text?: string;
  readonly snippet?: boolean;
  readonly filterText?: string;
  readonly preselect?: boolean;
  readonly suggestNext?: boolean;
}
