import type { Stretch } from "./span.ts";

export interface TextEdit extends Stretch {
  readonly text: string;
}

/**
 * Applies edits that do not overlap; where two do, the later one in the text is left out. Insertions at one place keep
 * the order given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, order) => ({ edit, order }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let result = "";
  let done = 0;
  for (const { edit } of sorted) {
    if (edit.start < done) continue;
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** The text of an edit as plain text: each place to fill in becomes its words, or nothing. */
export function withoutPlaces(edit: { readonly text: string; readonly snippet?: true }): string {
  if (!edit.snippet) return edit.text;
  return edit.text
    .replace(/\$\{\d+(?::([^}]*))?\}/g, (_, words: string | undefined) => words ?? "")
    .replace(/\\([\\$}])/g, "$1");
}
