import type { TextEdit } from "../base/edit.ts";
import type { Edit } from "../base/finding.ts";
import type { Message } from "../base/message.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

/** A change of form that nobody complained about: it changes files and keeps what they mean. */
export interface Refactoring {
  readonly kind: "extract" | "inline" | "rewrite";
  readonly title: Message;
  /** Why it cannot be done here, with a way out; it then changes nothing. */
  readonly refused?: Message;
  readonly edits: readonly Edit[];
  /** Files that are not there yet. */
  readonly creates: readonly NewFile[];
}

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** Edits of a text as edits of its file; the line breaks are those of the file. */
export function editsOf(tree: SyntaxTree, edits: readonly TextEdit[]): readonly Edit[] {
  return edits.map(({ start, end, text }) => ({ span: tree.spanAt({ start, end }), text: inBreaksOf(tree, text) }));
}

/** A text with the line breaks of a file. */
export function inBreaksOf({ text }: SyntaxTree, written: string): string {
  return text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}
