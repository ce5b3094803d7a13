/** The columns of a file of results, in the order in which we write them. */
export const COLUMNS = ["point", "measure", "group", "from", "to", "value", "n", "sd"] as const;

export type Column = (typeof COLUMNS)[number];

/** A spread is needed for means alone. */
export const OPTIONAL_COLUMNS: ReadonlySet<Column> = new Set(["sd"]);

/** Whose values a row holds. */
export const GROUPS = ["trained", "comparison", "all"] as const;

export type Group = (typeof GROUPS)[number];

export function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

export function isGroup(name: string): name is Group {
  return (GROUPS as readonly string[]).includes(name);
}
