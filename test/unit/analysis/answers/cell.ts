/** A line of a CSV by column name. */
export type Row = Readonly<Record<string, string>>;

/** Our value for one output column and how far it may be off: a text must be equal, a number within `rel` or `abs`. */
export interface Given {
  readonly value: number | string | undefined;
  readonly rel?: number;
  readonly abs?: number;
}

/** Our values for the output columns of a row; `raw` holds the rows of its data set, if it names one. */
export type Answer = (row: Row, raw: readonly Row[]) => Readonly<Record<string, Given>>;

/** A cell as a number: empty is NaN, `Inf` is infinite. */
export function toNumber(cell: string | undefined): number {
  if (cell === undefined || cell === "") return Number.NaN;
  if (cell === "Inf" || cell === "-Inf") return cell === "Inf" ? Infinity : -Infinity;
  return Number(cell);
}

/** Several cells of a row as numbers. */
export function numbers<Name extends string>(row: Row, ...names: Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, toNumber(row[name])])) as Record<Name, number>;
}
