import { type Leaf, type ResolvedShape, resolveShape, type Shape, shapeOfDocument } from "../model/lower.ts";

/** A table of plans: what each row stands for, and its columns. Derived from the schema, so that it holds every key. */
export interface TableShape {
  /** Where it stands in a spec: `metrics`, `measurement.points`, `behaviors.drivers`; `program` is the program itself. */
  readonly name: string;
  /** Keys from the root to what holds the rows; `*` stands for each entry. */
  readonly path: readonly string[];
  /** One row per program, per entry with its id, or per item of a list, numbered from 1. */
  readonly rows: "program" | "entries" | "items";
  /** The columns that say which row it is, after the program: one for each `*` in the path, and one for the row. */
  readonly keys: readonly string[];
  readonly columns: readonly ColumnShape[];
}

export interface ColumnShape {
  /** The keys below the row, with points between them: `baseline.value`; `value` for a row that is one value. */
  readonly name: string;
  /** Empty for a row that is one value. */
  readonly path: readonly string[];
  readonly holds: Holds;
  /** Of a choice. */
  readonly values?: readonly string[];
  /** A number that may also be written as a map of these keys; each has a column too. */
  readonly parts?: readonly string[];
}

/** What a cell holds: a leaf of the language, or several names. `names` have no blanks in them, `texts` may. */
export type Holds = Exclude<Leaf, "estimate" | "cost"> | "names" | "texts";

/** The column of every table that names the program. */
export const PROGRAM_COLUMN = "program";

/** All tables of programs, in the order of the language. */
export function tableShapes(): readonly TableShape[] {
  const [program, ...others] = tablesFrom([], "program", resolveShape(shapeOfDocument("program")));
  const columns = program?.columns.filter(({ name }) => !FIXED.has(name)) ?? [];
  return program ? [{ ...program, columns }, ...others] : others;
}

/** What a table cannot change: the header, and the id by which a row finds its program. */
const FIXED: ReadonlySet<string> = new Set(["version", "kind", "id"]);

/** The table whose rows have that shape, then those within it. */
function tablesFrom(
  path: readonly string[],
  rows: TableShape["rows"],
  shape: ResolvedShape | undefined,
): readonly TableShape[] {
  const name = path.length === 0 ? "program" : path.filter((key) => key !== "*").join(".");
  const own = rows === "entries" ? [`${name} id`] : rows === "items" ? [`${name} row`] : [];
  const keys = path.includes("*") ? [`${name} of`, ...own] : own;
  const { columns, inner } = contentOf([], shape);
  const below = rows === "program" ? path : [...path, "*"];
  return [
    { name, path, rows, keys, columns },
    ...inner.flatMap((each) => tablesFrom([...below, ...each.path], each.rows, resolveShape(each.shape))),
  ];
}

interface Content {
  readonly columns: readonly ColumnShape[];
  readonly inner: readonly {
    readonly path: readonly string[];
    readonly rows: TableShape["rows"];
    readonly shape: Shape;
  }[];
}

function contentOf(path: readonly string[], shape: ResolvedShape | undefined): Content {
  switch (shape?.is) {
    case "leaf":
      return { columns: leafColumns(path, shape.leaf, shape.values), inner: [] };
    case "map": {
      if (shape.rest !== undefined) return { columns: [], inner: [{ path, rows: "entries", shape: shape.rest }] };
      const fields = shape.fields.map(([key, , of]) => contentOf([...path, key], resolveShape(of)));
      return { columns: fields.flatMap(({ columns }) => columns), inner: fields.flatMap(({ inner }) => inner) };
    }
    case "list": {
      const of = resolveShape(shape.of);
      if (of?.is !== "leaf") return { columns: [], inner: [{ path, rows: "items", shape: shape.of }] };
      return {
        columns: [{ name: path.join("."), path, holds: of.leaf === "reference" ? "names" : "texts" }],
        inner: [],
      };
    }
    case "entries":
    case "keyed":
      return { columns: [], inner: [{ path, rows: "entries", shape: shape.of }] };
    default:
      return { columns: [], inner: [] };
  }
}

const PARTS: Readonly<Record<"estimate" | "cost", readonly (readonly [key: string, holds: Holds])[]>> = {
  estimate: [
    ["low", "number"],
    ["likely", "number"],
    ["high", "number"],
  ],
  cost: [
    ["low", "number"],
    ["likely", "number"],
    ["high", "number"],
    ["people", "number"],
    ["hours", "number"],
    ["hourly-rate", "rate"],
  ],
};

function leafColumns(path: readonly string[], leaf: Leaf, values: readonly unknown[] | undefined): ColumnShape[] {
  const name = path.length === 0 ? "value" : path.join(".");
  if (leaf !== "estimate" && leaf !== "cost")
    return [{ name, path, holds: leaf, ...(values ? { values: values.map(String) } : {}) }];
  const parts = PARTS[leaf];
  return [
    { name, path, holds: "number", parts: parts.map(([key]) => key) },
    ...parts.map(([key, holds]) => ({ name: [...path, key].join("."), path: [...path, key], holds })),
  ];
}
