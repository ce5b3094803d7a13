import type { Position, Range } from "vscode-languageserver-types";
import type { Translation } from "../base/message.ts";
import type { DraftAnswers, DraftStep } from "../features/draft-answers.ts";
import type { FormChange } from "../features/form-change.ts";
import type { FieldHolds } from "../features/form-types.ts";

import type { Drawing } from "../pictures/drawing.ts";
import type { ReadinessList } from "../pictures/readiness-list.ts";
import type { Section } from "../pictures/section.ts";

export type { DraftAnswers, DraftStep } from "../features/draft-answers.ts";
export type { FormChange } from "../features/form-change.ts";
export type { FieldHolds } from "../features/form-types.ts";
export type { EditorFacts, OpenFileFacts } from "../features/setup-editor.ts";
export type { Drawing, DrawnCell } from "../pictures/drawing.ts";
export type { ReadinessGroup, ReadinessList, ReadinessStep } from "../pictures/readiness-list.ts";
export type { Section, Table } from "../pictures/section.ts";

/**
 * What our client and server say to each other beyond the LSP. Every request works for any client that sends it;
 * `read` and `find` are asked of a client that put `{ "files": "client" }` into its initialization options.
 */
export const METHODS = {
  /** client → server, `{ uri }` → `Preview | null` */
  preview: "trainingSpec/preview",
  /** client → server, `{ uri }` → `{ html } | null`: the preview as a page that needs nothing but itself */
  previewPage: "trainingSpec/previewPage",
  /** client → server, `{ uri }` → `readonly PreviewPicture[] | null`: the pictures of a preview, each as a file of its own */
  previewPictures: "trainingSpec/previewPictures",
  /** client → server, `{ uri }` → `Readiness | null` */
  readiness: "trainingSpec/readiness",
  /** client → server, `{ rule }` → `RulePage | null` */
  explain: "trainingSpec/explain",
  /** client → server, `{}` → `Portfolio | null`: what is known within a second; ask again until it is `done` */
  portfolio: "trainingSpec/portfolio",
  /** client → server, `{}` → `{ html } | null`: the portfolio as a page that needs nothing but itself */
  portfolioPage: "trainingSpec/portfolioPage",
  /** client → server, `DraftQuestion` → `readonly DraftChoice[] | null`: what to offer; null where the question does not arise */
  draftChoices: "trainingSpec/draftChoices",
  /** client → server, `DraftWish` → `Draft | null`: the text of a new program */
  draft: "trainingSpec/draft",
  /** client → server, `TableToPaste` → `PastedTable | null`: rows of a spreadsheet as entries; null where the file is no spec */
  pasteTable: "trainingSpec/pasteTable",
  /** client → server, `EditorFacts` → `Doctor | null`: what is wrong with the setup */
  doctor: "trainingSpec/doctor",
  /** client → server, `{ uri, known? }` → `SpecForm | null`: the document as a form; `known` is the kind whose types the client has */
  form: "trainingSpec/form",
  /** client → server, `FormChangeWish` → `FormChanged | null`: the edit that makes a change of a form */
  formChange: "trainingSpec/formChange",
  /** server → client, notification without parameters: what a preview shows may have changed */
  changed: "trainingSpec/changed",
  /** server → client, `{}` → `string[]`: the URIs of all specs, configurations and results of the workspace */
  find: "trainingSpec/find",
  /** server → client, `{ uri }` → `FileContent` */
  read: "trainingSpec/read",
} as const;

/** How far a program is from its next status, or a catalog from having no findings. */
export interface Readiness {
  /** A few words: `4 things before this is planned`. */
  readonly text: string;
  /** What they are, in a sentence. */
  readonly detail: string;
  /** The worst of what stands in between; `none` where nothing does. */
  readonly severity: "error" | "warning" | "hint" | "none";
}

export interface InitializationOptions {
  /** `false`: no lines above entries that say how they are linked. */
  readonly codeLens?: boolean;
  /** Who reads files that are not open: the server itself (the default), or the client, where files are no files of a disk. */
  readonly files?: "client" | "server";
  /** The client reads what is no file of a disk (`file:`) even where the server reads the files that are. */
  readonly readsOthers?: boolean;
  /** `false`: nobody vouches for the files, so nothing is run that their folder could have a say in, such as Git. */
  readonly trusted?: boolean;
  /**
   * Where the server keeps what it found out, so that it need not find it out again in the next session: a folder, as a path
   * or a `file:` URI. Left out, one of the user's own cache folder; `false`: nowhere.
   */
  readonly storage?: string | false;
  /** Language of messages, such as `en` or `de`; the `locale` of the LSP counts where it is left out. */
  readonly locale?: string;
  /** The texts of that language, for a server that cannot read its own catalogs (`dist/messages.de.json`). */
  readonly translation?: Translation;
  /** The day that counts as today, `YYYY-MM-DD`; the clock decides where it is left out. For tests and recordings. */
  readonly today?: string;
}

export type FileContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" | "folder" | "unreadable" | "too-large" };

/** One question about a program that is begun. */
export interface DraftQuestion {
  readonly step: DraftStep;
  /** What stands in the box. */
  readonly typed: string;
  /** What has been answered before. */
  readonly answers: DraftAnswers;
  /** The folder of the workspace that the program will lie in. */
  readonly folder?: string;
}

/** One line to pick; `answers` is what is known once it is picked. */
export interface DraftChoice {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The heading it stands under, with all of the same heading beside it. */
  readonly group?: string;
  readonly answers: DraftAnswers;
}

/** A program to be drafted. */
export interface DraftWish {
  readonly answers: DraftAnswers;
  readonly folder?: string;
  /** Ids that it must not have, because a file of that name is there. */
  readonly avoid?: readonly string[];
}

/** A program to begin with; `uri` is where it belongs, absent without a folder. */
export interface Draft {
  readonly id: string;
  readonly uri?: string;
  readonly text: string;
  /** The first thing to fill in. */
  readonly cursor: Position;
}

/** What is wrong with the setup, for a person and for a bug report. */
export interface Doctor {
  readonly markdown: string;
  /** One sentence. */
  readonly summary: string;
  /** How many things are in the way. */
  readonly problems: number;
  /** Plain text without any name or text of a file. */
  readonly report: string;
}

/** Tab-separated rows, as a spreadsheet puts them on the clipboard, and where they are wanted. */
export interface TableToPaste {
  readonly uri: string;
  readonly position: Position;
  readonly text: string;
}

/** The change that writes the rows as entries of a section, or why they cannot become any. */
export type PastedTable =
  | {
      readonly section: string;
      readonly count: number;
      /** The columns were told by a header. */
      readonly header: boolean;
      readonly range: Range;
      readonly text: string;
      /** What a person should look at. */
      readonly notes: readonly string[];
    }
  | { readonly why: string };

export interface RulePage {
  readonly rule: string;
  readonly markdown: string;
}

/** What the preview beside the editor shows of one program or catalog. */
export interface Preview {
  readonly uri: string;
  readonly title: string;
  /** The text cannot be read whole: what is shown is a part, and a panel keeps what it showed before. */
  readonly broken: boolean;
  readonly status: string;
  readonly chain: Drawing;
  /** What stands between this spec and its next status. */
  readonly readiness: ReadinessList;
  /** When it is measured, what the money comes to, what the results say, what is set aside: where there is something to say. */
  readonly sections: readonly Section[];
}

/** A picture of the preview as a file of its own: light, in colors and fonts that every viewer has. */
export interface PreviewPicture {
  readonly id: string;
  readonly heading: string;
  readonly svg: string;
}

/** Which programs of the workspace to build first. */
export interface Portfolio {
  readonly title: string;
  /** How many of its programs have been looked at, and how many there are. */
  readonly done: number;
  readonly all: number;
  /** An open file cannot be read whole: what is shown is a part, and a panel keeps what it showed before. */
  readonly broken: string | undefined;
  readonly sections: readonly Section[];
}

/** A form of one document: what there is to fill in, what stands there, and what is said about it. */
export interface SpecForm {
  /** The version of the text that it is the form of; null where the text is not open. */
  readonly version: number | null;
  readonly kind: "program" | "catalog" | "config";
  readonly title: string;
  /** A few words on how far it is from its next status. */
  readonly readiness: string;
  /** The text cannot be read whole: what cannot is left out, or shown as it is written. */
  readonly broken: boolean;
  /** All kinds of fields by id, `""` is the document; left out where the client has those of this kind. */
  readonly types?: Readonly<Record<string, FormFieldType>>;
  /** Values to offer, by the name that fields give as `suggests` or `ids`. */
  readonly choices: Readonly<Record<string, FormChoiceList>>;
  readonly root: FormField;
}

/** A kind of field: the same wherever it stands. */
export interface FormFieldType {
  readonly key: string;
  readonly holds: FieldHolds;
  readonly title: string;
  readonly description?: string;
  readonly example?: string;
  readonly required?: true;
  /** Usually longer than a line. */
  readonly long?: true;
  readonly choices?: readonly FormChoice[];
  readonly suggests?: string;
  readonly fields?: readonly string[];
  readonly of?: string;
  readonly entry?: string;
  readonly ids?: string;
  readonly label?: string;
}

export interface FormChoice {
  readonly value: string;
  readonly words?: string;
}

export interface FormChoiceList {
  /** Nothing else means anything. */
  readonly only: boolean;
  readonly items: readonly FormChoice[];
}

/** A key or an item with what stands there. */
export interface FormField {
  readonly path: FormPath;
  /** Absent where the language knows no such key. */
  readonly type?: string;
  /** `text`: as it is written, to be changed in the text alone. */
  readonly is: "value" | "empty" | "group" | "text";
  readonly text?: string;
  readonly words?: string;
  readonly why?: string;
  readonly range: Range;
  /** Where its key stands; left out for single values. */
  readonly key?: Range;
  readonly children?: readonly FormField[];
  readonly findings?: readonly FormFinding[];
  readonly missing?: Readonly<Record<string, readonly FormFinding[]>>;
}

export type FormPath = readonly (string | number)[];

export interface FormFinding {
  readonly severity: "error" | "warning" | "hint";
  readonly rule: string;
  readonly message: string;
  readonly help?: string;
  readonly range: Range;
  /** Titles of its quick fixes, the best first: those of `textDocument/codeAction`. */
  readonly fixes?: readonly string[];
}

/** A change made in a form of that version of a text. */
export interface FormChangeWish {
  readonly uri: string;
  readonly version: number;
  readonly change: FormChange;
}

/** The edit of the text, and where what was changed stands then; or why there is none. */
export type FormChanged =
  | { readonly is: "edit"; readonly range: Range; readonly text: string; readonly path: FormPath }
  | { readonly is: "same" }
  /** The text is another by now: ask for its form again. */
  | { readonly is: "stale" }
  | { readonly is: "refused"; readonly why: string };
