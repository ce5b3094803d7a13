import type { Day } from "../base/date.ts";

/** A table that somebody gives back: a header and rows, from whatever kind of file. */
export interface TableText {
  /** The file, and the sheet where it has several. */
  readonly name: string;
  /** The sheet alone. */
  readonly sheet?: string;
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  /** Where it stands, as a spreadsheet calls it: `C7`. */
  readonly address: string;
  readonly text: string;
  /** Set where the file says that it is a number or a day, and not only a text. */
  readonly number?: number;
  readonly day?: Day;
  /** How numbers in it are written; undefined where nobody knows. */
  readonly decimal: "." | "," | undefined;
}

/** `C7` for the third column of the seventh row; both count from 0. */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
