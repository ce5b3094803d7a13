import type { Drawing } from "./drawing.ts";

/** Rows with a caption. */
export type Table = Omit<Drawing, "svg">;

/** A part of a page: sentences, pictures and tables, and what has to be said with them. All texts are rendered. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly string[];
  /** What is said of one thing each. */
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly pictures: readonly { readonly id: string; readonly heading: string; readonly picture: Drawing }[];
  readonly tables: readonly { readonly id: string; readonly heading: string; readonly table: Table }[];
  readonly notes: readonly string[];
}
