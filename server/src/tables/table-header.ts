import { code, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { type ColumnShape, PROGRAM_COLUMN, type TableShape, tableShapes } from "./table-shape.ts";
import type { TableCell, TableText } from "./table-text.ts";

/** Which table of plans a text is, and in which columns its cells stand. */
export interface TableHeader {
  readonly shape: TableShape;
  /** Where the program, the keys of a row and its cells stand. */
  readonly program: number;
  readonly keys: readonly number[];
  cellIn(row: readonly TableCell[], column: ColumnShape): TableCell | undefined;
}

export interface HeaderNote {
  readonly cell: TableCell | undefined;
  readonly message: Message;
}

/** Reads the header of a table. `problems` say why it cannot be taken; `notes` name columns that are left out. */
export function readHeader({ header }: TableText): {
  readonly header: TableHeader | undefined;
  readonly problems: readonly HeaderNote[];
  readonly notes: readonly HeaderNote[];
} {
  const names = header.map(({ text }) => text.trim());
  const fail = (cell: TableCell | undefined, message: Message) => ({
    header: undefined,
    problems: [{ cell, message }],
    notes: [],
  });
  const shape = shapeOf(names);
  const program = names.indexOf(PROGRAM_COLUMN);
  if (!shape || program < 0) {
    return fail(
      header[0],
      say`This is no table of plans: the first row must name the columns that ${code("training-spec report --format csv")} writes, among them ${code(PROGRAM_COLUMN)}.`,
    );
  }
  const missing = shape.keys.find((key) => !names.includes(key));
  if (missing) return fail(header[0], say`The column ${code(missing)} is missing: nobody can say which row is which.`);
  const known = [PROGRAM_COLUMN, ...shape.keys, ...shape.columns.map(({ name }) => name)];
  const problems: HeaderNote[] = [];
  const notes: HeaderNote[] = [];
  for (const [index, name] of names.entries()) {
    const cell = header[index];
    if (name === "" || !cell) continue;
    if (names.indexOf(name) < index) problems.push({ cell, message: say`Two columns are named ${code(name)}.` });
    if (known.includes(name)) continue;
    const meant = nearest(
      name,
      known.filter((each) => !names.includes(each)),
    );
    if (meant) problems.push({ cell, message: say`No column is named ${code(name)}. Did you mean ${code(meant)}?` });
    else notes.push({ cell, message: say`The column ${code(name)} is left out: a spec has nothing of that name.` });
  }
  const at = new Map(shape.columns.map((column) => [column.name, names.indexOf(column.name)]));
  return {
    problems,
    notes,
    header: {
      shape,
      program,
      keys: shape.keys.map((key) => names.indexOf(key)),
      cellIn: (row, { name }) => row[at.get(name) ?? -1],
    },
  };
}

/** The table whose keys the header has; one without keys has one row per program. */
function shapeOf(names: readonly string[]): TableShape | undefined {
  const shapes = tableShapes();
  const keyed = shapes.find(({ keys }) => keys.some((key) => names.includes(key)));
  if (keyed) return keyed;
  const [program] = shapes;
  return program?.columns.some(({ name }) => names.includes(name)) ? program : undefined;
}
