import type { Position, Range } from "vscode-languageserver-types";
import type { FormChange, FormFinding, FormPath, SpecForm } from "../../../server/src/lsp/protocol.ts";
import type { FormWords } from "./form-words.ts";

/** What the extension tells the page of a form. */
export type ToForm =
  | { readonly kind: "words"; readonly words: FormWords }
  | { readonly kind: "show"; readonly form: SpecForm; readonly readOnly: string | undefined }
  /** There is nothing to fill in; `reason` says why. */
  | { readonly kind: "nothing"; readonly reason: string; readonly begins: boolean }
  /** A change has been made, or not: then `why` says why. Forms of versions before `version` do not know of it. */
  | {
      readonly kind: "done";
      readonly id: number;
      readonly version: number;
      readonly path: FormPath | undefined;
      readonly why: string | undefined;
    }
  /** Show the field that stands at a place of the text. */
  | { readonly kind: "reveal"; readonly position: Position }
  /** The text is about to be saved: what is typed and not written yet? */
  | { readonly kind: "flush"; readonly id: number };

/** What the page of a form tells the extension. */
export type FromForm =
  | { readonly kind: "ready" }
  | { readonly kind: "change"; readonly id: number; readonly version: number; readonly change: FormChange }
  | { readonly kind: "rename"; readonly id: number; readonly position: Position; readonly name: string }
  | { readonly kind: "fix"; readonly id: number; readonly finding: FormFinding; readonly title: string }
  | { readonly kind: "flushed"; readonly id: number; readonly change: FormChange | undefined }
  | { readonly kind: "explain"; readonly rule: string }
  /** Show a place in the text beside the form. */
  | { readonly kind: "text"; readonly range: Range }
  | { readonly kind: "command"; readonly command: FormCommand };

export type FormCommand = "newSpec" | "openPreview" | "openSample" | "reopenAsText";

/** What a form keeps while it is hidden, and VS Code over a restart. */
export interface FormState {
  /** Ids of what is open, and of fields that are shown without anything in them. */
  readonly open: readonly string[];
  readonly shown: readonly string[];
  readonly scroll: number;
}
